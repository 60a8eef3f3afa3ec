package foresail.simulation.controller.deployment;

import foresail.notation.IntOrString;
import foresail.simulation.api.Deployment;

/**
 * How far a Deployment may leave its number of replicas while it rolls.
 *
 * @param maxSurge how many pods more than replicas there may be
 * @param maxUnavailable how many replicas may be missing
 */
record RolloutBounds(int replicas, int maxSurge, int maxUnavailable) {
  /**
   * Source: ResolveFenceposts and MaxUnavailable in
   * pkg/controller/deployment/util/deployment_util.go, v1.36.
   */
  static RolloutBounds of(Deployment deployment) {
    int replicas = deployment.replicas();
    if (deployment.spec().recreate()) {
      return new RolloutBounds(replicas, 0, 0);
    }
    IntOrString surge = deployment.spec().maxSurge();
    IntOrString unavailable = deployment.spec().maxUnavailable();
    int maxSurge = surge.scaled(replicas, true);
    int maxUnavailable = unavailable.scaled(replicas, false);
    if (maxSurge == 0 && maxUnavailable == 0) {
      maxUnavailable = 1; // else nothing could ever move
    }
    return new RolloutBounds(replicas, maxSurge, Math.min(maxUnavailable, replicas));
  }

  /** How many pods there may be in all. */
  int maxPods() {
    return replicas + maxSurge;
  }

  /** How many pods have to be available all the time. */
  int minAvailable() {
    return replicas - maxUnavailable;
  }
}
