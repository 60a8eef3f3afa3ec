package foresail.simulation.controller.deployment;

import foresail.simulation.api.Deployment;
import foresail.simulation.api.Key;
import foresail.simulation.api.Pod;
import foresail.simulation.api.ReplicaSet;
import foresail.simulation.controller.OwnerQueue;
import foresail.simulation.controller.StoredTime;
import foresail.simulation.kernel.WorkQueue;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Latency;
import foresail.simulation.store.Watcher;
import java.util.Optional;

/**
 * Keeps the ReplicaSets of each Deployment as its template and strategy say.
 *
 * <p>Source: pkg/controller/deployment/deployment_controller.go, v1.36.
 */
public final class DeploymentController {
  /** After so many failures in a row a Deployment waits for its next change. */
  private static final int MAX_RETRIES = 15;

  private final Environment env;
  private final StoredTime stored;
  private final WorkQueue<Key> queue;

  public DeploymentController(Environment env) {
    this.env = env;
    this.stored = new StoredTime(env);
    this.queue = new WorkQueue<>(env.clock(), Latency.SYNC, this::sync);
    new OwnerQueue(env.api(), Deployment.KIND, queue)
        .onOwn(Deployment.KIND)
        .onOwned(ReplicaSet.KIND);
    env.api().watch(Pod.KIND, Latency.WATCH, lastPodWatch());
  }

  /** Recreate waits for the last old pod to be gone. */
  private Watcher<Pod> lastPodWatch() {
    return new Watcher<>() {
      @Override
      public void deleted(Pod last) {
        last.metadata()
            .controller()
            .flatMap(
                owner -> env.api().get(ReplicaSet.KIND, new Key(last.namespace(), owner.name())))
            .flatMap(set -> set.metadata().controller())
            .ifPresent(owner -> queue.add(new Key(last.namespace(), owner.name())));
      }
    };
  }

  private void sync(Key key) {
    Optional<Deployment> deployment = env.api().get(Deployment.KIND, key);
    if (deployment.isEmpty()) {
      queue.forget(key);
      return;
    }
    Optional<String> failure = sync(new Rollout(env, stored, key));
    if (failure.isEmpty()) {
      queue.forget(key);
    } else if (queue.failures(key) < MAX_RETRIES) {
      queue.retry(key);
    } else {
      queue.forget(key);
    }
  }

  /** Returns why it failed, or nothing. */
  private Optional<String> sync(Rollout rollout) {
    Deployment deployment = rollout.deployment();
    if (deployment.deleting()) {
      DeploymentStatuses.write(rollout);
      return Optional.empty();
    }
    Progress.notePause(rollout);
    if (deployment.spec().paused() || Scaling.wanted(rollout)) {
      NewReplicaSet.refresh(rollout);
      Scaling.apply(rollout);
      if (deployment.spec().paused()) {
        Revisions.cleanUp(rollout);
      }
      DeploymentStatuses.write(rollout);
      return Optional.empty();
    }
    Optional<String> failure =
        deployment.spec().recreate() ? Recreate.step(rollout) : roll(rollout);
    if (failure.isPresent()) {
      return failure;
    }
    if (Progress.complete(rollout.deployment(), rollout.deployment().status())) {
      Revisions.cleanUp(rollout);
    }
    DeploymentStatuses.writeWithProgress(rollout);
    Progress.nextLook(rollout)
        .ifPresent(delay -> queue.addAfter(rollout.deployment().key(), delay));
    return Optional.empty();
  }

  private static Optional<String> roll(Rollout rollout) {
    Optional<String> failure = NewReplicaSet.ensure(rollout);
    if (failure.isEmpty()) {
      RollingUpdate.step(rollout);
    }
    return failure;
  }
}
