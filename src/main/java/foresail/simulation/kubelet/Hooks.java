package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.model.Handler;
import foresail.model.Hook;
import foresail.simulation.api.Pod;
import foresail.simulation.kernel.Clock;
import foresail.simulation.runtime.ContainerRuntime;
import foresail.simulation.runtime.Process;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs postStart and preStop actions.
 *
 * <p>Source: pkg/kubelet/lifecycle/handlers.go, v1.36.
 */
final class Hooks {
  /** A request to a port of the pod: measured under 20 ms. */
  private static final Duration HTTP = Duration.ofMillis(15);

  private final Clock clock;
  private final ContainerRuntime runtime;

  Hooks(Clock clock, ContainerRuntime runtime) {
    this.clock = clock;
    this.runtime = runtime;
  }

  /**
   * @param done told whether the action succeeded
   * @return ends the action without word
   */
  Runnable run(
      Pod pod, Container container, String containerId, Hook hook, Consumer<Boolean> done) {
    Handler handler = hook.handler().orElse(null);
    if (handler instanceof Handler.Exec exec) {
      return runtime.exec(containerId, exec.command(), result -> done.accept(result.code() == 0));
    }
    if (handler instanceof Handler.Sleep sleep) {
      return clock.after(Duration.ofSeconds(sleep.seconds()), () -> done.accept(true))::cancel;
    }
    if (handler instanceof Handler.HttpGet get) {
      boolean answers =
          Ports.number(container, get.port()).filter(p -> answers(pod, p, get)).isPresent();
      return clock.after(HTTP, () -> done.accept(answers))::cancel;
    }
    done.accept(false); // tcpSocket is refused at run time, as an absent handler is
    return () -> {};
  }

  /** Any answer will do: the status code of a hook is not looked at. */
  private boolean answers(Pod pod, int port, Handler.HttpGet get) {
    for (Process process : runtime.processes(pod.uid())) {
      if (process.http(port, get.path()).connected()) {
        return true;
      }
    }
    return Optional.of(get.host()).filter(host -> !host.isEmpty()).isPresent();
  }
}
