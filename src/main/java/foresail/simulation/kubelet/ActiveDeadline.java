package foresail.simulation.kubelet;

import foresail.simulation.api.Pod;
import foresail.simulation.api.PodStatus;
import foresail.simulation.kernel.Clock;
import foresail.simulation.store.Events;
import java.time.Duration;

/**
 * Ends pods that were active for longer than their activeDeadlineSeconds, from the first status on.
 *
 * <p>Source: pkg/kubelet/active_deadline.go, v1.36.
 */
final class ActiveDeadline {
  static final String REASON = "DeadlineExceeded";
  static final String MESSAGE = "Pod was active on the node longer than the specified deadline";

  private final Clock clock;
  private final Events events;

  ActiveDeadline(Clock clock, Events events) {
    this.clock = clock;
    this.events = events;
  }

  /** Whether the pod's time is over; says so in an Event. */
  boolean exceeded(Pod pod, PodStatus status) {
    if (pod.spec().activeDeadlineSeconds().isEmpty() || status.startTime().isEmpty()) {
      return false;
    }
    Duration allowed = Duration.ofSeconds(pod.spec().activeDeadlineSeconds().get());
    if (clock.now().minus(status.startTime().get()).compareTo(allowed) < 0) {
      return false;
    }
    events.normal(pod, REASON, MESSAGE);
    return true;
  }
}
