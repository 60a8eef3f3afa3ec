package foresail.simulation.controller.daemonset;

import foresail.simulation.api.ControllerRevision;
import foresail.simulation.api.DaemonSet;
import foresail.simulation.api.Key;
import foresail.simulation.api.Node;
import foresail.simulation.api.Pod;
import foresail.simulation.controller.ClaimedPods;
import foresail.simulation.controller.NextAvailable;
import foresail.simulation.controller.OwnerQueue;
import foresail.simulation.controller.PodControl;
import foresail.simulation.controller.PodFromTemplate;
import foresail.simulation.controller.RevisionHistory;
import foresail.simulation.controller.SlowStart;
import foresail.simulation.controller.StoredTime;
import foresail.simulation.kernel.WorkQueue;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Latency;
import foresail.simulation.store.Watcher;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a pod of each DaemonSet on each node that suits.
 *
 * <p>Source: pkg/controller/daemon/daemon_controller.go, v1.36.
 */
public final class DaemonSetController {
  /** At most so many pods are made, and as many deleted, in one sync. */
  private static final int BURST = 250;

  private final StoredTime stored;
  private final ApiServer api;
  private final PodControl pods;
  private final ClaimedPods claimed;
  private final RevisionHistory history;
  private final Upkeep upkeep;
  private final WorkQueue<Key> queue;

  public DaemonSetController(Environment env) {
    this.stored = new StoredTime(env);
    this.api = env.api();
    this.pods = new PodControl(env);
    this.claimed = new ClaimedPods(env);
    this.history = new RevisionHistory(api);
    this.upkeep = new Upkeep(env);
    this.queue = new WorkQueue<>(env.clock(), Latency.SYNC, this::sync);
    new OwnerQueue(api, DaemonSet.KIND, queue).onOwn(DaemonSet.KIND).onOwned(Pod.KIND);
    api.watch(Node.KIND, Latency.WATCH, nodeWatch());
  }

  private Watcher<Node> nodeWatch() {
    return new Watcher<>() {
      @Override
      public void added(Node node) {
        wakeAll();
      }

      @Override
      public void updated(Node before, Node now) {
        if (!before.metadata().labels().equals(now.metadata().labels())
            || !before.taints().equals(now.taints())) {
          wakeAll();
        }
      }

      @Override
      public void deleted(Node last) {
        wakeAll();
      }
    };
  }

  private void wakeAll() {
    api.list(DaemonSet.KIND).forEach(set -> queue.add(set.key()));
  }

  private void sync(Key key) {
    Optional<DaemonSet> found = api.get(DaemonSet.KIND, key);
    if (found.isEmpty() || found.get().deleting()) {
      queue.forget(key);
      return;
    }
    DaemonSet set = found.get();
    ControllerRevision revision = history.update(set, set.spec().template());
    String hash = revision.name().substring(set.name().length() + 1);
    DaemonPods daemons = look(set, hash);
    Upkeep.Decision decision = upkeep.decide(daemons);
    Optional<String> failure = carryOut(set, decision.plan(), hash);
    // A real controller waits until it has seen what it did; then it looks whether to update.
    if (failure.isEmpty() && decision.plan().isEmpty() && !set.spec().onDelete()) {
      failure = carryOut(set, RollingUpdate.plan(daemons), hash);
    }
    writeStatus(daemons);
    if (failure.isPresent()) {
      queue.retry(key);
      return;
    }
    queue.forget(key);
    decision.again().ifPresent(delay -> queue.addAfter(key, delay));
    List<Pod> own = api.controlledBy(Pod.KIND, set.uid());
    NextAvailable.in(own, set.spec().minReadySeconds(), stored.now())
        .ifPresent(delay -> queue.addAfter(key, delay));
  }

  private DaemonPods look(DaemonSet set, String hash) {
    List<Pod> own = claimed.of(set, set.spec().selector());
    return DaemonPods.of(set, api.list(Node.KIND), own, hash, stored.now());
  }

  /** Returns why the first pod was refused, or nothing. */
  private Optional<String> carryOut(DaemonSet set, DaemonPlan plan, String hash) {
    Optional<String> failure =
        SlowStart.run(
            Math.min(plan.create().size(), BURST),
            attempt -> create(set, plan.create().get(attempt), hash));
    for (Pod pod : plan.delete().subList(0, Math.min(plan.delete().size(), BURST))) {
      pods.delete(set, pod);
    }
    return failure;
  }

  private Optional<String> create(DaemonSet set, String node, String hash) {
    Pod pod = PodFromTemplate.generated(set, set.spec().template());
    var answer =
        pods.create(
            set,
            pod.withMetadata(
                    pod.metadata()
                        .withLabel(RevisionHistory.LABEL, hash)
                        .withLabel(
                            "pod-template-generation", Long.toString(set.metadata().generation())))
                .withAssigned(
                    pod.assigned()
                        .withTolerations(DaemonTolerations.of(pod.spec()))
                        .withOnlyNode(node)));
    return answer.refused() ? Optional.of(answer.message()) : Optional.empty();
  }

  private void writeStatus(DaemonPods daemons) {
    DaemonSet.Status status = DaemonStatuses.of(daemons);
    api.updateStatus(DaemonSet.KIND, daemons.set().key(), before -> before.withStatus(status));
  }
}
