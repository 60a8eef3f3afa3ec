package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.model.ContainerPort;
import foresail.model.Handler;
import foresail.notation.IntOrString;
import foresail.simulation.api.Pod;
import foresail.simulation.api.PodStatus;
import foresail.simulation.kernel.Clock;
import foresail.simulation.kernel.Timer;
import foresail.simulation.runtime.ContainerRuntime;
import foresail.simulation.runtime.GrpcHealth;
import foresail.simulation.runtime.Process;
import foresail.simulation.runtime.Process.Reply;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the ports of a pod answer to the kubelet. */
final class Ports {
  private final Clock clock;
  private final ContainerRuntime runtime;

  Ports(Clock clock, ContainerRuntime runtime) {
    this.clock = clock;
    this.runtime = runtime;
  }

  /** A port by number, or by its name among the container's own; empty where there is none. */
  static Optional<Integer> number(Container container, IntOrString port) {
    if (port.isNumber()) {
      return Optional.of(port.number()).filter(value -> value > 0 && value < 65536);
    }
    for (ContainerPort each : container.ports()) {
      if (each.name().equals(port.text())) {
        return Optional.of(each.containerPort());
      }
    }
    return Optional.empty();
  }

  Runnable http(
      Pod pod,
      PodStatus status,
      Handler.HttpGet get,
      int port,
      Duration timeout,
      Consumer<Attempt> done) {
    String host = get.host().isEmpty() ? status.podIp() : get.host();
    String path = get.path().startsWith("/") ? get.path() : "/" + get.path();
    String url =
        "Get \""
            + get.scheme().toLowerCase(Locale.ROOT)
            + "://"
            + host
            + ":"
            + port
            + path
            + "\": ";
    boolean encrypted = get.scheme().equalsIgnoreCase("HTTPS");
    String timedOut =
        url + "context deadline exceeded (Client.Timeout exceeded while awaiting headers)";
    return ask(
        pod,
        port,
        process -> process.http(port, path),
        timeout,
        timedOut,
        reply -> {
          if (reply.connected() && encrypted && isPlainWeb(pod, port)) {
            done.accept(Attempt.failed(url + "http: server gave HTTP response to HTTPS client"));
          } else if (!reply.connected()) {
            done.accept(
                Attempt.failed(url + "dial tcp " + host + ":" + port + ": " + reply.problem()));
          } else if (reply.status() >= 200 && reply.status() < 400) {
            done.accept(Attempt.succeeded());
          } else {
            done.accept(Attempt.failed("HTTP probe failed with statuscode: " + reply.status()));
          }
        },
        done);
  }

  Runnable connect(
      Pod pod,
      PodStatus status,
      String wantedHost,
      int port,
      Duration timeout,
      Consumer<Attempt> done) {
    String host = wantedHost.isEmpty() ? status.podIp() : wantedHost;
    String dial = "dial tcp " + host + ":" + port + ": ";
    return ask(
        pod,
        port,
        process -> process.connect(port),
        timeout,
        dial + "i/o timeout",
        reply ->
            done.accept(
                reply.connected() ? Attempt.succeeded() : Attempt.failed(dial + reply.problem())),
        done);
  }

  /** A server that does not answer in the protocol is waited for until the time is over. */
  Runnable grpc(
      Pod pod, PodStatus status, Handler.Grpc grpc, Duration timeout, Consumer<Attempt> done) {
    int port = grpc.port();
    String timedOut =
        "timeout: failed to connect service \""
            + status.podIp()
            + ":"
            + port
            + "\" within "
            + GoTime.of(timeout)
            + ": context deadline exceeded";
    boolean answers =
        !isPlainWeb(pod, port)
            && runtime.processes(pod.uid()).stream()
                .anyMatch(process -> process.connect(port).connected());
    if (!answers) {
      Timer patience = clock.after(timeout, () -> done.accept(Attempt.failed(timedOut)));
      return patience::cancel;
    }
    return ask(
        pod,
        port,
        process -> process.http(port, GrpcHealth.path(grpc.service())),
        timeout,
        "timeout: health rpc did not complete within " + GoTime.of(timeout),
        reply -> done.accept(health(reply.status())),
        done);
  }

  private static Attempt health(int status) {
    return switch (status) {
      case GrpcHealth.SERVING -> Attempt.succeeded();
      case GrpcHealth.NOT_SERVING ->
          Attempt.failed("service unhealthy (responded with \"NOT_SERVING\")");
      case GrpcHealth.NO_SUCH_SERVICE ->
          Attempt.failed(
              "error: health rpc probe failed: rpc error: code = NotFound desc = unknown service");
      default ->
          Attempt.failed(
              "error: this server does not implement the grpc health protocol"
                  + " (grpc.health.v1.Health): unknown service grpc.health.v1.Health");
    };
  }

  private boolean isPlainWeb(Pod pod, int port) {
    return runtime.processes(pod.uid()).stream().anyMatch(process -> process.isPlainWeb(port));
  }

  private Runnable ask(
      Pod pod,
      int port,
      Function<Process, Reply> question,
      Duration timeout,
      String timedOut,
      Consumer<Reply> answer,
      Consumer<Attempt> done) {
    Reply best = Reply.failed("connect: connection refused");
    Duration takes = Duration.ofMillis(1);
    for (Process process : runtime.processes(pod.uid())) {
      Reply reply = question.apply(process);
      if (reply.connected()) {
        best = reply;
        takes = process.replyTime(port);
        break;
      }
    }
    Reply reply = best;
    Timer timer =
        takes.compareTo(timeout) > 0
            ? clock.after(timeout, () -> done.accept(Attempt.failed(timedOut)))
            : clock.after(takes, () -> answer.accept(reply));
    return timer::cancel;
  }
}
