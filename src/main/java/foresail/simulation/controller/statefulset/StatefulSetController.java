package foresail.simulation.controller.statefulset;

import foresail.simulation.api.ControllerRevision;
import foresail.simulation.api.Key;
import foresail.simulation.api.Phase;
import foresail.simulation.api.Pod;
import foresail.simulation.api.StatefulSet;
import foresail.simulation.controller.ClaimedPods;
import foresail.simulation.controller.NextAvailable;
import foresail.simulation.controller.OwnerQueue;
import foresail.simulation.controller.PodPredicates;
import foresail.simulation.controller.RevisionHistory;
import foresail.simulation.controller.StoredTime;
import foresail.simulation.kernel.WorkQueue;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Latency;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts, stops and replaces the numbered pods of each StatefulSet.
 *
 * <p>Source: pkg/controller/statefulset/stateful_set_control.go, v1.36, with gate
 * MaxUnavailableStatefulSet off as by default.
 */
public final class StatefulSetController {
  private final StoredTime stored;
  private final ApiServer api;
  private final ClaimedPods claimed;
  private final RevisionHistory history;
  private final StatefulPods pods;
  private final WorkQueue<Key> queue;

  public StatefulSetController(Environment env) {
    this.stored = new StoredTime(env);
    this.api = env.api();
    this.claimed = new ClaimedPods(env);
    this.history = new RevisionHistory(api);
    this.pods = new StatefulPods(env);
    this.queue = new WorkQueue<>(env.clock(), Latency.SYNC, this::sync);
    new OwnerQueue(api, StatefulSet.KIND, queue).onOwn(StatefulSet.KIND).onOwned(Pod.KIND);
  }

  private void sync(Key key) {
    Optional<StatefulSet> found = api.get(StatefulSet.KIND, key);
    if (found.isEmpty()) {
      queue.forget(key);
      return;
    }
    StatefulSet set = found.get();
    List<Pod> own = claimed.of(set, set.spec().selector());
    Optional<String> failure = Optional.empty();
    if (!set.deleting()) {
      Revisions revisions = Revisions.of(set, history);
      failure = reconcile(set, Replicas.of(set, own), revisions);
      StatefulSetStatuses.write(api, set, own, revisions, stored.now());
      cleanUp(set, own, revisions);
    }
    if (failure.isPresent()) {
      queue.retry(key);
    } else {
      queue.forget(key);
      NextAvailable.in(own, set.spec().minReadySeconds(), stored.now())
          .ifPresent(delay -> queue.addAfter(key, delay));
    }
  }

  private void cleanUp(StatefulSet set, List<Pod> own, Revisions revisions) {
    List<String> inUse = new ArrayList<>();
    inUse.add(revisions.current().name());
    inUse.add(revisions.update().name());
    own.forEach(pod -> inUse.add(Replicas.revision(pod)));
    history.cleanUp(set, StatefulSetStatuses.historyLimit(set), inUse);
  }

  /** First the pods that are wanted, then those that are not, then those of an old template. */
  private Optional<String> reconcile(StatefulSet set, Replicas replicas, Revisions revisions) {
    boolean ordered = !set.spec().parallel();
    for (int i = 0; i < replicas.wanted().size(); i++) {
      Optional<Pod> pod = replicas.wanted().get(i);
      if (pod.isEmpty()) {
        int ordinal = replicas.ordinal(i);
        ControllerRevision revision = revisions.forMissing(set, ordinal);
        Optional<String> failure = pods.create(set, revision, ordinal);
        if (failure.isPresent() || ordered) {
          return failure;
        }
      } else if (!settled(set, pod.get()) && ordered) {
        return Optional.empty();
      }
    }
    if (anyEnded(replicas)) {
      return Optional.empty();
    }
    if (!removeCondemned(set, replicas, ordered) && !set.spec().onDelete()) {
      replaceOutdated(set, replicas, revisions.update());
    }
    return Optional.empty();
  }

  /** Whether the next number may follow; a pod that has ended is deleted, to be made anew. */
  private boolean settled(StatefulSet set, Pod pod) {
    if (pod.terminal()) {
      if (!pod.deleting()) {
        pods.delete(set, pod);
      }
      return false;
    }
    if (pod.status().phase() == Phase.PENDING) {
      pods.createClaims(set, pod.name());
    }
    return available(set, pod);
  }

  private static boolean anyEnded(Replicas replicas) {
    return replicas.wanted().stream().flatMap(Optional::stream).anyMatch(Pod::terminal);
  }

  /** Returns whether the sync ends with this. */
  private boolean removeCondemned(StatefulSet set, Replicas replicas, boolean ordered) {
    Optional<Pod> unhealthy = replicas.firstUnhealthy(set.spec().minReadySeconds(), stored.now());
    for (Pod pod : replicas.condemned()) {
      if (!pod.deleting()) {
        boolean blocked =
            ordered
                && !available(set, pod)
                && !unhealthy.map(Pod::uid).equals(Optional.of(pod.uid()));
        if (blocked) {
          return true;
        }
        pods.condemnClaims(set, pod);
        pods.delete(set, pod);
      }
      if (ordered) {
        return true;
      }
    }
    return false;
  }

  /** One pod at a time, the highest number first, and none below the partition. */
  private void replaceOutdated(StatefulSet set, Replicas replicas, ControllerRevision update) {
    for (int i = replicas.wanted().size() - 1; i >= set.spec().partition(); i--) {
      Optional<Pod> pod = replicas.wanted().get(i);
      if (pod.isEmpty()) {
        return; // made just now
      }
      if (!Replicas.revision(pod.get()).equals(update.name()) && !pod.get().deleting()) {
        pods.delete(set, pod.get());
        return;
      }
      if (!available(set, pod.get())) {
        return;
      }
    }
  }

  private boolean available(StatefulSet set, Pod pod) {
    return PodPredicates.active(pod)
        && Replicas.available(pod, set.spec().minReadySeconds(), stored.now());
  }
}
