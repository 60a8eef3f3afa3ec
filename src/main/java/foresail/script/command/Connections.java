package foresail.script.command;

import foresail.script.world.Answer;
import foresail.script.world.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Programs that open a TCP connection. */
final class Connections {
  private Connections() {}

  /** Connects; 0 where someone listens, else 1. */
  static Outcome connect(
      String host, int port, Optional<Duration> timeout, Outcome good, Outcome bad) {
    return new Outcome.Await(
        new Effect.Connect(host, port, timeout),
        answer -> answer instanceof Answer.Connected ? good : bad);
  }

  /** A port number; empty where it is none. */
  static Optional<Integer> port(String text) {
    if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    int port = Integer.parseInt(text);
    return port < 1 || port > 65_535 ? Optional.empty() : Optional.of(port);
  }

  static Outcome nc(Invocation call) {
    var options = Options.of(call.arguments(), "wpisqe");
    if (options.has("l", "listen")) {
      return new Outcome.Unknowable("who connects to it is not known");
    }
    if (options.has("u") || options.has("U")) {
      return new Outcome.Unknowable("nc over UDP or a socket file is not read");
    }
    var operands = options.operands();
    var port =
        operands.size() > 1 ? port(operands.get(1).split("-", 2)[0]) : Optional.<Integer>empty();
    if (port.isEmpty()) {
      return call.fail("bad port");
    }
    var timeout = Durations.of(options.value("w"));
    var bad = Outcome.done(1);
    if (options.has("z")) {
      return new Outcome.Await(
          new Effect.Connect(operands.get(0), port.get(), timeout),
          answer -> {
            boolean open = answer instanceof Answer.Connected;
            if (options.has("v")) {
              call.error(
                  operands.get(0)
                      + " ("
                      + operands.get(0)
                      + ":"
                      + port.get()
                      + ") "
                      + (open ? "open" : "failed")
                      + "\n");
            }
            return open ? Outcome.done(0) : bad;
          });
    }
    return connect(operands.get(0), port.get(), timeout, Outcome.done(0), bad);
  }

  static Outcome telnet(Invocation call) {
    var operands = Options.of(call.arguments(), "").operands();
    var port = operands.size() > 1 ? port(operands.get(1)) : Optional.of(23);
    if (operands.isEmpty() || port.isEmpty()) {
      return call.fail("usage: telnet HOST PORT");
    }
    // The input of a script is at its end, so the connection closes at once, which telnet calls 1.
    return connect(operands.get(0), port.get(), Optional.empty(), Outcome.done(1), Outcome.done(1));
  }

  /** Splits {@code host:port}. */
  record Endpoint(String host, int port) {
    static Optional<Endpoint> of(String text) {
      int colon = text.lastIndexOf(':');
      if (colon <= 0) {
        return Optional.empty();
      }
      return Connections.port(text.substring(colon + 1))
          .map(port -> new Endpoint(text.substring(0, colon), port));
    }
  }

  /** Tries until all of the endpoints answered once, a second apart; for ever without a limit. */
  static Outcome untilAll(
      List<Endpoint> endpoints, Optional<Duration> left, Outcome good, Outcome bad) {
    if (endpoints.isEmpty()) {
      return good;
    }
    var first = endpoints.get(0);
    return new Outcome.Await(
        new Effect.Connect(first.host(), first.port(), Optional.of(Duration.ofSeconds(1))),
        answer -> {
          if (answer instanceof Answer.Connected) {
            return untilAll(endpoints.subList(1, endpoints.size()), left, good, bad);
          }
          if (left.isPresent() && left.get().toMillis() < 1000) {
            return bad;
          }
          return new Outcome.Await(
              new Effect.Sleep(Optional.of(Duration.ofSeconds(1))),
              slept -> untilAll(endpoints, left.map(time -> time.minusSeconds(1)), good, bad));
        });
  }
}
