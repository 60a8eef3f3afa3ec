package foresail.simulation.controller.deployment;

import foresail.simulation.api.Deployment;
import foresail.simulation.api.ReplicaSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a Deployment another number of replicas without a step of its rollout; in the middle of one
 * all ReplicaSets grow or shrink in proportion.
 *
 * <p>Source: scale in pkg/controller/deployment/sync.go, v1.36.
 */
final class Scaling {
  private Scaling() {}

  /** Whether the number of replicas changed since the ReplicaSets were scaled last. */
  static boolean wanted(Rollout rollout) {
    long replicas = rollout.bounds().replicas();
    for (ReplicaSet set : Rollout.active(rollout.all())) {
      if (Revisions.desiredReplicas(set).filter(before -> before != replicas).isPresent()) {
        return true;
      }
    }
    return false;
  }

  static void apply(Rollout rollout) {
    Optional<ReplicaSet> only = onlyOne(rollout);
    if (only.isPresent()) {
      rollout.scale(only.get(), rollout.bounds().replicas());
    } else if (saturated(rollout)) {
      rollout.activeOld().forEach(old -> rollout.scale(old, 0));
    } else if (!rollout.deployment().spec().recreate() && rollout.wanted() > 0) {
      proportionally(rollout);
    }
  }

  /** The one ReplicaSet that has pods, or the newest where none has; empty where several have. */
  private static Optional<ReplicaSet> onlyOne(Rollout rollout) {
    List<ReplicaSet> active = Rollout.active(rollout.all());
    if (active.size() == 1) {
      return Optional.of(active.get(0));
    }
    List<ReplicaSet> old = rollout.old();
    return active.isEmpty()
        ? rollout
            .current()
            .or(() -> old.isEmpty() ? Optional.empty() : Optional.of(old.get(old.size() - 1)))
        : Optional.empty();
  }

  private static boolean saturated(Rollout rollout) {
    int replicas = rollout.bounds().replicas();
    return rollout
        .current()
        .filter(set -> set.replicas() == replicas)
        .filter(set -> set.status().availableReplicas() == replicas)
        .filter(set -> Revisions.desiredReplicas(set).equals(Optional.of((long) replicas)))
        .isPresent();
  }

  private static void proportionally(Rollout rollout) {
    RolloutBounds bounds = rollout.bounds();
    int allowed = bounds.replicas() > 0 ? bounds.maxPods() : 0;
    int toAdd = allowed - rollout.wanted();
    List<ReplicaSet> sets = bySize(Rollout.active(rollout.all()), toAdd > 0);
    Map<ReplicaSet, Integer> sizes = new LinkedHashMap<>();
    int added = 0;
    for (ReplicaSet set : sets) {
      int share = share(rollout.deployment(), set, bounds, toAdd, added);
      sizes.put(set, set.replicas() + share);
      added += share;
    }
    int leftover = toAdd - added;
    sizes.computeIfPresent(sets.get(0), (set, size) -> Math.max(0, size + leftover));
    sizes.forEach(rollout::scale);
  }

  /** Largest first; of equal ones the newer where some are added, the older where they go. */
  private static List<ReplicaSet> bySize(List<ReplicaSet> oldestFirst, boolean newerFirst) {
    List<ReplicaSet> sorted = new ArrayList<>(oldestFirst);
    if (newerFirst) {
      Collections.reverse(sorted);
    }
    sorted.sort(Comparator.comparingInt(ReplicaSet::replicas).reversed());
    return sorted;
  }

  private static int share(
      Deployment deployment, ReplicaSet set, RolloutBounds bounds, int toAdd, int added) {
    int left = toAdd - added;
    if (left == 0) {
      return 0;
    }
    int fraction = fraction(deployment, set, bounds);
    return toAdd > 0 ? Math.min(fraction, left) : Math.max(fraction, left);
  }

  private static int fraction(Deployment deployment, ReplicaSet set, RolloutBounds bounds) {
    if (bounds.replicas() == 0) {
      return -set.replicas();
    }
    long before =
        Revisions.maxReplicas(set)
            .filter(max -> max > 0)
            .orElse((long) deployment.status().replicas());
    if (before == 0) {
      return 0;
    }
    double size = (double) set.replicas() * bounds.maxPods() / before;
    return (int) Math.round(size) - set.replicas();
  }
}
