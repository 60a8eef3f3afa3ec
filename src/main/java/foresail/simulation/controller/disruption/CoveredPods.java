package foresail.simulation.controller.disruption;

import foresail.model.LabelSelector;
import foresail.simulation.api.DisruptionBudget;
import foresail.simulation.api.Key;
import foresail.simulation.api.OwnerReference;
import foresail.simulation.api.Pod;
import foresail.simulation.store.ApiServer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The pods that one budget covers, of which only those are counted anew that changed. */
final class CoveredPods {
  /** What is counted of a pod, by its uid. */
  private final Map<String, Counted> pods = new HashMap<>();

  /** By the uid of the owner. */
  private final Map<String, Owned> owners = new LinkedHashMap<>();

  /** Pods to be looked at again, by their uids; in order, since the order of owners is output. */
  private final Map<String, Key> changed = new LinkedHashMap<>();

  private int healthy;
  private boolean all = true;

  private record Counted(boolean healthy, Optional<OwnerReference> owner) {}

  /**
   * The covered pods of one owner.
   *
   * @param example the name of the first one that was seen
   */
  record Owned(OwnerReference owner, String example, int count) {
    private Owned plus(int more) {
      return new Owned(owner, example, count + more);
    }
  }

  /** Every pod is to be looked at: the budget is another one. */
  void change() {
    all = true;
  }

  void change(Pod pod) {
    changed.put(pod.uid(), pod.key());
  }

  /** Counts what changed since the last time. */
  void refresh(DisruptionBudget budget, ApiServer api) {
    if (all) {
      pods.clear();
      owners.clear();
      healthy = 0;
      Optional<LabelSelector> selector = budget.spec().selector();
      if (selector.isPresent()) {
        api.select(Pod.KIND, budget.namespace(), selector.get()).forEach(this::put);
      }
    } else {
      changed.forEach(
          (uid, key) -> {
            remove(uid);
            api.get(Pod.KIND, key)
                .filter(now -> now.uid().equals(uid) && budget.covers(now))
                .ifPresent(this::put);
          });
    }
    all = false;
    changed.clear();
  }

  int count() {
    return pods.size();
  }

  /** How many are Ready and are not being deleted. */
  int healthy() {
    return healthy;
  }

  Collection<Owned> owners() {
    return owners.values();
  }

  /** Whether there are pods that nothing controls. */
  boolean hasBare() {
    return owners.values().stream().mapToInt(Owned::count).sum() < pods.size();
  }

  private void put(Pod pod) {
    var counted = new Counted(pod.ready() && !pod.deleting(), pod.metadata().controller());
    pods.put(pod.uid(), counted);
    healthy += counted.healthy() ? 1 : 0;
    counted
        .owner()
        .ifPresent(
            owner ->
                owners.merge(
                    owner.uid(), new Owned(owner, pod.name(), 1), (old, unused) -> old.plus(1)));
  }

  private void remove(String uid) {
    Counted counted = pods.remove(uid);
    if (counted == null) {
      return;
    }
    healthy -= counted.healthy() ? 1 : 0;
    counted
        .owner()
        .ifPresent(
            owner ->
                owners.computeIfPresent(
                    owner.uid(), (unused, old) -> old.count() == 1 ? null : old.plus(-1)));
  }
}
