package foresail.simulation.controller.replicaset;

import foresail.simulation.api.Key;
import foresail.simulation.api.Kind;
import foresail.simulation.api.Pod;
import foresail.simulation.api.ReplicaSet;
import foresail.simulation.controller.ClaimedPods;
import foresail.simulation.controller.NextAvailable;
import foresail.simulation.controller.OwnerQueue;
import foresail.simulation.controller.PodControl;
import foresail.simulation.controller.PodFromTemplate;
import foresail.simulation.controller.PodPredicates;
import foresail.simulation.controller.SlowStart;
import foresail.simulation.controller.StoredTime;
import foresail.simulation.kernel.Clock;
import foresail.simulation.kernel.WorkQueue;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Latency;
import foresail.simulation.store.Watcher;
import java.util.List;
import java.util.Optional;

/**
 * Makes and deletes pods until as many are active as each ReplicaSet asks for.
 *
 * <p>Source: pkg/controller/replicaset/replica_set.go, v1.36.
 */
public final class ReplicaSetController {
  /** At most so many pods are made or deleted in one go. */
  private static final int BURST = 500;

  private final Kind<ReplicaSet> kind;
  private final Clock clock;
  private final StoredTime stored;
  private final ApiServer api;
  private final PodControl pods;
  private final ClaimedPods claimed;
  private final DeletionRanking ranking;
  private final WorkQueue<Key> queue;

  /**
   * @param kind which of the two kinds it looks after
   */
  public ReplicaSetController(Environment env, Kind<ReplicaSet> kind) {
    this.kind = kind;
    this.clock = env.clock();
    this.stored = new StoredTime(env);
    this.api = env.api();
    this.pods = new PodControl(env);
    this.claimed = new ClaimedPods(env);
    this.ranking = new DeletionRanking(env);
    this.queue = new WorkQueue<>(env.clock(), Latency.SYNC, this::sync);
    new OwnerQueue(api, kind, queue).onOwn(kind).onOwned(Pod.KIND);
    api.watch(Pod.KIND, Latency.WATCH, orphanWatch());
  }

  private Watcher<Pod> orphanWatch() {
    return new Watcher<>() {
      @Override
      public void added(Pod pod) {
        if (pod.metadata().controller().isPresent()) {
          return;
        }
        for (ReplicaSet set : api.list(kind, pod.namespace())) {
          if (set.selector().filter(s -> s.matches(pod.metadata().labels())).isPresent()) {
            queue.add(set.key());
          }
        }
      }
    };
  }

  private void sync(Key key) {
    Optional<ReplicaSet> found = api.get(kind, key);
    if (found.isEmpty()) {
      queue.forget(key);
      return;
    }
    ReplicaSet set = found.get();
    List<Pod> own = claimed.of(set, set.selector());
    Optional<String> failure = set.deleting() ? Optional.empty() : manage(set, own);
    // What was made and deleted just now is told of by the next sync, as the real one's cache does.
    api.updateStatus(
        kind,
        key,
        now -> now.withStatus(ReplicaSetStatuses.of(now, own, failure, clock.now(), stored.now())));
    if (failure.isPresent()) {
      queue.retry(key);
    } else {
      queue.forget(key);
      NextAvailable.in(own, set.minReadySeconds(), stored.now())
          .ifPresent(delay -> queue.addAfter(key, delay));
    }
  }

  /** Makes what is missing, deletes what is too much; returns the first failure. */
  private Optional<String> manage(ReplicaSet set, List<Pod> own) {
    List<Pod> active = own.stream().filter(PodPredicates::active).toList();
    int surplus = active.size() - set.replicas();
    if (surplus < 0) {
      return SlowStart.run(Math.min(-surplus, BURST), attempt -> create(set));
    }
    for (Pod pod : ranking.first(Math.min(surplus, BURST), active, set)) {
      pods.delete(set, pod);
    }
    return Optional.empty();
  }

  private Optional<String> create(ReplicaSet set) {
    var answer = pods.create(set, PodFromTemplate.generated(set, set.template()));
    return answer.refused() ? Optional.of(answer.message()) : Optional.empty();
  }
}
