package foresail.simulation.controller.job;

import java.time.Duration;

/**
 * How long a Job, or one of its indexes, waits before it makes another pod.
 *
 * <p>Source: pkg/controller/job/backoff_utils.go, v1.36.
 *
 * @param failures since the last success
 * @param lastFailure when the last one ended
 */
record Backoff(int failures, Duration lastFailure) {
  static final Backoff NONE = new Backoff(0, Duration.ZERO);

  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  Backoff after(Duration failure) {
    return new Backoff(failures + 1, failure.compareTo(lastFailure) > 0 ? failure : lastFailure);
  }

  /** Zero where no wait is due. */
  Duration left(Duration now) {
    if (failures == 0) {
      return Duration.ZERO;
    }
    Duration wait = failures > 7 ? LONGEST : FIRST.multipliedBy(1L << (failures - 1));
    Duration end = lastFailure.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    Duration left = end.minus(now);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
