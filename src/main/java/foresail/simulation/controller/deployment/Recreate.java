package foresail.simulation.controller.deployment;

import foresail.simulation.api.Pod;
import foresail.simulation.api.ReplicaSet;
import java.util.List;
import java.util.Optional;

/**
 * Ends all old pods before it makes a new one.
 *
 * <p>Source: pkg/controller/deployment/recreate.go, v1.36.
 */
final class Recreate {
  private Recreate() {}

  /**
   * One step.
   *
   * @return why the new ReplicaSet could not be made; empty where all went well
   */
  static Optional<String> step(Rollout rollout) {
    NewReplicaSet.refresh(rollout);
    List<ReplicaSet> active = rollout.activeOld();
    if (!active.isEmpty()) {
      active.forEach(old -> rollout.scale(old, 0));
      return Optional.empty();
    }
    if (oldPodsRun(rollout)) {
      return Optional.empty();
    }
    Optional<String> failure = NewReplicaSet.ensure(rollout);
    if (failure.isEmpty()) {
      rollout.scale(rollout.current().orElseThrow(), rollout.bounds().replicas());
    }
    return failure;
  }

  /** A pod that is still terminating runs. */
  private static boolean oldPodsRun(Rollout rollout) {
    for (ReplicaSet old : rollout.old()) {
      if (old.status().replicas() > 0) {
        return true;
      }
      for (Pod pod : rollout.env().api().controlledBy(Pod.KIND, old.uid())) {
        if (!pod.terminal()) {
          return true;
        }
      }
    }
    return false;
  }
}
