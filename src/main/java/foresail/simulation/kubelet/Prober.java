package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.model.Handler;
import foresail.model.Probe;
import foresail.notation.IntOrString;
import foresail.simulation.api.Pod;
import foresail.simulation.api.PodStatus;
import foresail.simulation.kernel.Clock;
import foresail.simulation.kernel.Timer;
import foresail.simulation.runtime.ContainerRuntime;
import foresail.simulation.store.Events;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes one attempt of a probe.
 *
 * <p>Source: pkg/kubelet/prober/prober.go, pkg/probe/{http,tcp,grpc,exec}, v1.36.
 */
final class Prober {
  private final Clock clock;
  private final Events events;
  private final ContainerRuntime runtime;
  private final Ports ports;

  Prober(Clock clock, Events events, ContainerRuntime runtime) {
    this.clock = clock;
    this.events = events;
    this.runtime = runtime;
    this.ports = new Ports(clock, runtime);
  }

  /**
   * @param done told the result; empty where the attempt itself erred, which counts for nothing
   * @return ends the attempt without word
   */
  Runnable probe(
      Pod pod,
      PodStatus status,
      Container container,
      String containerId,
      ProbeKind kind,
      Probe probe,
      Consumer<Optional<ProbeResult>> done) {
    Consumer<Attempt> tell = attempt -> done.accept(judge(pod, kind, attempt));
    Duration timeout = Duration.ofSeconds(Math.max(1, probe.timeoutSeconds()));
    Handler handler = probe.handler().orElse(null);
    if (handler instanceof Handler.Exec && pod.deleting()) {
      // Seen on a real node: exec probes of a pod that is being stopped are called off.
      tell.accept(Attempt.error("rpc error: code = Canceled desc = context canceled"));
      return () -> {};
    }
    if (handler instanceof Handler.Exec exec) {
      return exec(containerId, exec.command(), timeout, tell);
    }
    if (handler instanceof Handler.HttpGet get) {
      return port(container, get.port(), tell)
          .map(port -> ports.http(pod, status, get, port, timeout, tell))
          .orElse(() -> {});
    }
    if (handler instanceof Handler.TcpSocket tcp) {
      return port(container, tcp.port(), tell)
          .map(port -> ports.connect(pod, status, tcp.host(), port, timeout, tell))
          .orElse(() -> {});
    }
    if (handler instanceof Handler.Grpc grpc) {
      return ports.grpc(pod, status, grpc, timeout, tell);
    }
    tell.accept(Attempt.error("missing probe handler"));
    return () -> {};
  }

  private Optional<ProbeResult> judge(Pod pod, ProbeKind kind, Attempt attempt) {
    return switch (attempt.outcome()) {
      case SUCCEEDED -> Optional.of(ProbeResult.SUCCESS);
      case FAILED -> {
        events.warning(pod, "Unhealthy", kind.word() + " probe failed: " + attempt.text());
        yield Optional.of(ProbeResult.FAILURE);
      }
      case ERRED -> {
        events.warning(
            pod,
            "Unhealthy",
            kind.word() + " probe errored and resulted in unknown state: " + attempt.text());
        yield Optional.empty();
      }
    };
  }

  private Runnable exec(
      String containerId, List<String> command, Duration timeout, Consumer<Attempt> done) {
    var call = new Call(done);
    call.patience =
        clock.after(
            timeout,
            () ->
                call.end(
                    Attempt.failed(
                        "command timed out: \""
                            + String.join(" ", command)
                            + "\" timed out after "
                            + timeout.toSeconds()
                            + "s")));
    call.running =
        runtime.exec(
            containerId,
            command,
            result ->
                call.end(
                    result.code() == 0 ? Attempt.succeeded() : Attempt.failed(result.output())));
    return call::cancel;
  }

  /** A command under way and the prober's patience with it. */
  private static final class Call {
    private final Consumer<Attempt> done;
    private Runnable running = () -> {};
    private Timer patience;
    private boolean over;

    Call(Consumer<Attempt> done) {
      this.done = done;
    }

    void end(Attempt attempt) {
      if (!over) {
        cancel();
        done.accept(attempt);
      }
    }

    void cancel() {
      over = true;
      patience.cancel();
      running.run();
    }
  }

  /** A port by number, or by its name among the container's own. */
  private static Optional<Integer> port(
      Container container, IntOrString port, Consumer<Attempt> done) {
    Optional<Integer> number = Ports.number(container, port);
    if (number.isEmpty()) {
      done.accept(Attempt.error("couldn't find port: " + port));
    }
    return number;
  }
}
