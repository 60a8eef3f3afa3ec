package foresail.simulation.controller.replicaset;

import foresail.simulation.api.Condition;
import foresail.simulation.api.Pod;
import foresail.simulation.api.ReplicaSet;
import foresail.simulation.controller.PodPredicates;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a ReplicaSet's status says of its pods.
 *
 * <p>Source: calculateStatus in pkg/controller/replicaset/replica_set_utils.go, v1.36.
 */
final class ReplicaSetStatuses {
  private static final String REPLICA_FAILURE = "ReplicaFailure";

  private ReplicaSetStatuses() {}

  /**
   * @param failure why a pod could not be made; empty where all went well
   * @param counting now, as far as minReadySeconds count
   */
  static ReplicaSet.Status of(
      ReplicaSet set, List<Pod> pods, Optional<String> failure, Duration now, Duration counting) {
    int active = 0;
    int ready = 0;
    int available = 0;
    int terminating = 0;
    for (Pod pod : pods) {
      if (PodPredicates.terminating(pod)) {
        terminating++;
      }
      if (!PodPredicates.active(pod)) {
        continue;
      }
      active++;
      if (pod.ready()) {
        ready++;
      }
      if (PodPredicates.available(pod, set.minReadySeconds(), counting)) {
        available++;
      }
    }
    return new ReplicaSet.Status(
        set.metadata().generation(),
        active,
        ready,
        available,
        terminating,
        conditions(set.status().conditions(), failure, now));
  }

  /** The first failure stays as it was told until all goes well. */
  private static List<Condition> conditions(
      List<Condition> before, Optional<String> failure, Duration now) {
    if (failure.isEmpty()) {
      return Condition.remove(before, REPLICA_FAILURE);
    }
    return Condition.find(before, REPLICA_FAILURE).isPresent()
        ? before
        : Condition.put(
            before,
            new Condition(REPLICA_FAILURE, Condition.TRUE, "FailedCreate", failure.get(), now));
  }
}
