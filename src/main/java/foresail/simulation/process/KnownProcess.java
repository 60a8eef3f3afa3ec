package foresail.simulation.process;

import foresail.simulation.facts.Behaviour;
import foresail.simulation.kernel.Clock;
import foresail.simulation.kernel.Priority;
import foresail.simulation.runtime.GrpcHealth;
import foresail.simulation.runtime.Process.Exit;
import foresail.simulation.runtime.Process.Reply;
import foresail.simulation.runtime.Signal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A program whose behaviour is told by the cluster facts, or assumed. */
final class KnownProcess {
  /** Even a program that ends at once takes a moment. */
  private static final Duration SHORTEST = Duration.ofMillis(20);

  private final Clock clock;
  private final Behaviour behaviour;
  private final boolean servesAll;
  private Duration started = Duration.ZERO;
  private Optional<Consumer<Exit>> ended = Optional.empty();

  /**
   * @param servesAll whether any port answers once it is up: nothing is known of its ports
   */
  KnownProcess(Clock clock, Behaviour behaviour, boolean servesAll) {
    this.clock = clock;
    this.behaviour = behaviour;
    this.servesAll = servesAll;
  }

  void start(Consumer<Exit> whenEnded) {
    started = clock.now();
    ended = Optional.of(whenEnded);
    behaviour.exits().ifPresent(exit -> endAfter(exit.after(), exit.code()));
  }

  private void endAfter(Duration delay, int code) {
    Duration takes = delay.compareTo(SHORTEST) < 0 ? SHORTEST : delay;
    clock.at(clock.now().plus(takes), Priority.PROCESS, () -> end(code));
  }

  private void end(int code) {
    Optional<Consumer<Exit>> told = ended;
    ended = Optional.empty();
    told.ifPresent(listener -> listener.accept(new Exit(code, false)));
  }

  void signal(Signal signal) {
    if (signal == Signal.KILL) {
      endAfter(Duration.ZERO, Exit.KILLED.code());
      return;
    }
    Behaviour.Exit stop = behaviour.stops().orElse(new Behaviour.Exit(Duration.ZERO, 0));
    endAfter(stop.after(), stop.code());
  }

  private boolean up() {
    return since().compareTo(behaviour.starts().orElse(Duration.ZERO)) >= 0;
  }

  private Duration since() {
    return clock.now().minus(started);
  }

  Reply http(int port, String path) {
    Behaviour.Served served = behaviour.serves().get(port);
    if (served != null && since().compareTo(served.after()) >= 0) {
      int query = path.indexOf('?');
      boolean known = query < 0 || served.paths().containsKey(path);
      return Reply.of(served.status(known ? path : path.substring(0, query)));
    }
    return servesAll && served == null && up()
        ? Reply.of(200)
        : Reply.failed("connect: connection refused");
  }

  /** By its paths a server shows that it speaks HTTP; ports such as 443 and 8443 are encrypted. */
  boolean isPlainWeb(int port) {
    Behaviour.Served served = behaviour.serves().get(port);
    return served != null
        && !served.paths().isEmpty()
        && !served.paths().containsKey(GrpcHealth.PATH)
        && port % 1000 != 443;
  }

  Reply connect(int port) {
    Reply reply = http(port, "/");
    return reply.connected() ? Reply.of(0) : reply;
  }
}
