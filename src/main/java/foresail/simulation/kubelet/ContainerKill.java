package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.simulation.api.Pod;
import foresail.simulation.kernel.Clock;
import foresail.simulation.kernel.Timer;
import foresail.simulation.runtime.ContainerRuntime;
import foresail.simulation.store.Events;
import java.time.Duration;

/**
 * Stops one container: preStop, its turn among sidecars, then the runtime's stop with what is left
 * of the grace, at least 2 s.
 *
 * <p>Source: pkg/kubelet/kuberuntime/kuberuntime_container.go (killContainer), v1.36.
 */
final class ContainerKill {
  private final Clock clock;
  private final Events events;
  private final ContainerRuntime runtime;
  private final Hooks hooks;

  ContainerKill(Clock clock, Events events, ContainerRuntime runtime, Hooks hooks) {
    this.clock = clock;
    this.events = events;
    this.runtime = runtime;
    this.hooks = hooks;
  }

  /**
   * @param message of the Killing Event
   * @param grace for preStop and the process together
   * @param done told when the container has ended
   */
  void kill(
      Pod pod,
      Container container,
      String id,
      String message,
      Duration grace,
      KillOrder order,
      Runnable done) {
    events.normal(pod, "Killing", message);
    Runnable ended =
        () -> {
          order.ended(container.name());
          done.run();
        };
    Duration begun = clock.now();
    Runnable turn = () -> waitForTurn(container, id, left(grace, begun), order, ended);
    if (container.preStop().isEmpty() || grace.isZero()) {
      turn.run();
      return;
    }
    preStop(pod, container, id, grace, turn);
  }

  private void preStop(Pod pod, Container container, String id, Duration grace, Runnable then) {
    var action = new Action(then);
    action.patience = clock.after(grace, action::end);
    // A hook that takes too long is not stopped: it fails when its container ends.
    hooks.run(
        pod,
        container,
        id,
        container.preStop().get(),
        succeeded -> {
          if (!succeeded) {
            events.warning(pod, "FailedPreStopHook", "PreStopHook failed");
          }
          action.end();
        });
  }

  /** Something that is waited for, and the limit of that wait. */
  private static final class Action {
    private final Runnable then;
    private Timer patience;
    private boolean over;

    Action(Runnable then) {
      this.then = then;
    }

    void end() {
      if (over) {
        return;
      }
      over = true;
      patience.cancel();
      then.run();
    }
  }

  private void waitForTurn(
      Container container, String id, Duration grace, KillOrder order, Runnable ended) {
    if (!order.mustWait(container.name())) {
      stop(id, grace, ended);
      return;
    }
    Duration begun = clock.now();
    var action = new Action(() -> stop(id, left(grace, begun), ended));
    action.patience = clock.after(grace, action::end);
    order.whenFree(container.name(), action::end);
  }

  private void stop(String id, Duration grace, Runnable ended) {
    boolean tooShort = grace.compareTo(Timing.SHORTEST_GRACE) < 0;
    runtime.stop(id, tooShort ? Timing.SHORTEST_GRACE : grace, ended);
  }

  /** What is left of a grace; the kubelet takes off whole seconds. */
  private Duration left(Duration grace, Duration begun) {
    return grace.minusSeconds(clock.now().minus(begun).toSeconds());
  }
}
