package foresail.simulation.kubelet;

import java.time.Duration;
import java.util.Optional;

/**
 * Why a container was not started.
 *
 * @param reason as STATUS shows it: {@code CrashLoopBackOff}, {@code ErrImagePull} ...
 * @param backoff what is left of a crash back-off; empty for every other reason
 */
record StartFailure(String reason, String message, Optional<Duration> backoff) {
  static StartFailure of(String reason, String message) {
    return new StartFailure(reason, message, Optional.empty());
  }
}
