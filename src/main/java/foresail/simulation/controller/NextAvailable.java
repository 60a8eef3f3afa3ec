package foresail.simulation.controller;

import foresail.simulation.api.Pod;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When to look again because a ready pod will have been ready for minReadySeconds. */
public final class NextAvailable {
  private NextAvailable() {}

  /** In how long the next pod becomes available; empty where none is about to. */
  public static Optional<Duration> in(List<Pod> pods, int minReadySeconds, Duration now) {
    if (minReadySeconds == 0) {
      return Optional.empty(); // who is ready is available
    }
    Optional<Duration> next = Optional.empty();
    for (Pod pod : pods) {
      Optional<Duration> left =
          PodPredicates.readySince(pod)
              .map(since -> since.plusSeconds(minReadySeconds).minus(now))
              .filter(delay -> !delay.isZero() && !delay.isNegative());
      if (left.isPresent() && (next.isEmpty() || left.get().compareTo(next.get()) < 0)) {
        next = left;
      }
    }
    return next;
  }
}
