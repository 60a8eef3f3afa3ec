package foresail.simulation.controller;

import foresail.simulation.api.Condition;
import foresail.simulation.api.Pod;
import java.time.Duration;
import java.util.Optional;

/**
 * What controllers ask about a pod.
 *
 * <p>Source: pkg/controller/controller_utils.go and pkg/api/v1/pod/util.go, v1.36.
 */
public final class PodPredicates {
  private PodPredicates() {}

  /** Whether it counts as a replica: it has not ended, and nobody has asked for its deletion. */
  public static boolean active(Pod pod) {
    return !pod.terminal() && !pod.deleting();
  }

  /** Whether it is being deleted and its containers have not ended. */
  public static boolean terminating(Pod pod) {
    return pod.deleting() && !pod.terminal();
  }

  /** Since when condition Ready is True; empty where it is not. */
  public static Optional<Duration> readySince(Pod pod) {
    return Condition.find(pod.status().conditions(), "Ready")
        .filter(Condition::isTrue)
        .map(Condition::since);
  }

  /** Whether it has been ready for so long. */
  public static boolean available(Pod pod, int minReadySeconds, Duration now) {
    if (minReadySeconds == 0) {
      return pod.ready();
    }
    return readySince(pod)
        .filter(since -> since.plusSeconds(minReadySeconds).compareTo(now) <= 0)
        .isPresent();
  }
}
