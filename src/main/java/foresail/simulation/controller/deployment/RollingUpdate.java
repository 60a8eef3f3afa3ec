package foresail.simulation.controller.deployment;

import foresail.simulation.api.ReplicaSet;

/**
 * Goes from the old ReplicaSets to the new one within maxSurge and maxUnavailable, one step a sync.
 *
 * <p>All counts are of what ReplicaSets ask for: the place of an old pod is free as soon as its
 * ReplicaSet is scaled down, however long it takes to end.
 *
 * <p>Source: pkg/controller/deployment/rolling.go, v1.36.
 */
final class RollingUpdate {
  private RollingUpdate() {}

  /** One step up or down; the new ReplicaSet is there. */
  static void step(Rollout rollout) {
    if (!scaleUpNew(rollout)) {
      scaleDownOld(rollout);
    }
  }

  private static boolean scaleUpNew(Rollout rollout) {
    ReplicaSet current = rollout.current().orElseThrow();
    RolloutBounds bounds = rollout.bounds();
    if (current.replicas() >= bounds.replicas()) {
      return current.replicas() > bounds.replicas() && rollout.scale(current, bounds.replicas());
    }
    int room = bounds.maxPods() - rollout.wanted();
    return room > 0
        && rollout.scale(
            current, current.replicas() + Math.min(room, bounds.replicas() - current.replicas()));
  }

  private static void scaleDownOld(Rollout rollout) {
    if (rollout.activeOld().isEmpty()) {
      return;
    }
    ReplicaSet current = rollout.current().orElseThrow();
    int notYetAvailable = current.replicas() - current.status().availableReplicas();
    int budget = rollout.wanted() - rollout.bounds().minAvailable() - notYetAvailable;
    if (budget > 0) {
      removeUnhealthy(rollout, budget);
      removeHealthy(rollout);
    }
  }

  /** Pods that serve nobody go first, however few are available. */
  private static void removeUnhealthy(Rollout rollout, int budget) {
    int left = budget;
    for (ReplicaSet old : rollout.activeOld()) {
      int unhealthy = old.replicas() - old.status().availableReplicas();
      int less = Math.min(left, unhealthy);
      if (less > 0) {
        rollout.scale(old, old.replicas() - less);
        left -= less;
      }
    }
  }

  private static void removeHealthy(Rollout rollout) {
    int left = rollout.available() - rollout.bounds().minAvailable();
    for (ReplicaSet old : rollout.activeOld()) {
      int less = Math.min(left, old.replicas());
      if (less > 0) {
        rollout.scale(old, old.replicas() - less);
        left -= less;
      }
    }
  }
}
