package foresail.script.command;

import foresail.script.command.Connections.Endpoint;
import foresail.script.world.Answer;
import foresail.script.world.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Clients of databases, and programs that wait for servers: all of them are connections. */
final class Clients {
  private static final String LOCAL = "127.0.0.1";

  private Clients() {}

  private static Outcome ask(
      Invocation call,
      Optional<String> host,
      Optional<String> port,
      int usual,
      String good,
      int bad) {
    int number = port.flatMap(Connections::port).orElse(usual);
    return new Outcome.Await(
        new Effect.Connect(
            host.filter(h -> !h.isEmpty() && !h.startsWith("/")).orElse(LOCAL),
            number,
            Optional.empty()),
        answer -> {
          if (answer instanceof Answer.Connected) {
            call.out(good);
            return Outcome.done(0);
          }
          call.error(call.name() + ": connection failed\n");
          return Outcome.done(bad);
        });
  }

  /** pg_isready ends with 2 where nobody answers, psql too. */
  static Outcome postgres(Invocation call) {
    var options =
        Options.of(
            call.arguments(),
            "hpUdtcfv",
            "host",
            "port",
            "username",
            "dbname",
            "timeout",
            "command");
    var host = options.value("h", "host").or(() -> call.variable("PGHOST"));
    var port = options.value("p", "port").or(() -> call.variable("PGPORT"));
    var shown =
        call.name().equals("pg_isready") && !options.has("q") ? "accepting connections\n" : "";
    return ask(call, host, port, 5432, shown, 2);
  }

  static Outcome redis(Invocation call) {
    var options = Options.upToOperand(call.arguments(), "hpasnurit", "user", "pass");
    boolean pings = options.operands().stream().anyMatch(word -> word.equalsIgnoreCase("ping"));
    return ask(call, options.value("h"), options.value("p"), 6379, pings ? "PONG\n" : "OK\n", 1);
  }

  static Outcome mysql(Invocation call) {
    var options =
        Options.of(
            call.arguments(),
            "hPue",
            "host",
            "port",
            "user",
            "execute",
            "connect-timeout",
            "database");
    // -pSECRET is a password; Options reads its letters as flags, which does no harm.
    return ask(
        call, options.value("h", "host"), options.value("P", "port"), 3306, "mysqld is alive\n", 1);
  }

  static Outcome mongo(Invocation call) {
    var options =
        Options.of(
            call.arguments(),
            "up",
            "host",
            "port",
            "eval",
            "username",
            "password",
            "authenticationDatabase");
    var address =
        options.operands().stream().filter(word -> word.startsWith("mongodb://")).findFirst();
    if (address.isPresent()) {
      var authority = address.get().substring("mongodb://".length()).split("/", 2)[0];
      var first = authority.substring(authority.lastIndexOf('@') + 1).split(",", 2)[0];
      var endpoint = Endpoint.of(first).orElse(new Endpoint(first, 27_017));
      return ask(
          call,
          Optional.of(endpoint.host()),
          Optional.of(Integer.toString(endpoint.port())),
          27_017,
          "{ ok: 1 }\n",
          1);
    }
    return ask(call, options.value("host"), options.value("port"), 27_017, "{ ok: 1 }\n", 1);
  }

  /** {@code wait-for-it HOST:PORT -t 30 -- command}; {@code wait4x tcp HOST:PORT}. */
  static Outcome waitForIt(Invocation call) {
    var endpoints = new ArrayList<Endpoint>();
    Optional<Duration> limit =
        call.name().equals("wait4x")
            ? Optional.of(Duration.ofSeconds(10))
            : Optional.of(Duration.ofSeconds(15));
    List<String> command = List.of();
    var words = call.arguments();
    String host = null;
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      var value =
          word.indexOf('=') > 0
              ? word.substring(word.indexOf('=') + 1)
              : i + 1 < words.size() ? words.get(i + 1) : "";
      if (word.equals("--")) {
        command = words.subList(i + 1, words.size());
        break;
      } else if (word.matches("-t|--timeout.*")) {
        var seconds = Durations.seconds(value).orElse(15.0);
        limit = seconds == 0 ? Optional.empty() : Durations.duration(seconds);
        i += word.indexOf('=') > 0 ? 0 : 1;
      } else if (word.matches("-h|--host.*")) {
        host = value;
        i += word.indexOf('=') > 0 ? 0 : 1;
      } else if (word.matches("-p|--port.*") && host != null) {
        Endpoint.of(host + ":" + value).ifPresent(endpoints::add);
        i += word.indexOf('=') > 0 ? 0 : 1;
      } else {
        Endpoint.of(word.replaceFirst("^[a-z]+://", "").replaceFirst("/.*", ""))
            .ifPresent(endpoints::add);
      }
    }
    if (endpoints.isEmpty()) {
      return new Outcome.Unknowable("what it waits for is not read");
    }
    var good = command.isEmpty() ? Outcome.done(0) : Outcome.become(command);
    return Connections.untilAll(
        endpoints, limit, good, Outcome.done(call.name().equals("wait4x") ? 124 : 1));
  }

  /** {@code dockerize -wait tcp://HOST:PORT -timeout 30s command}. */
  static Outcome dockerize(Invocation call) {
    var endpoints = new ArrayList<Endpoint>();
    Optional<Duration> limit = Optional.of(Duration.ofSeconds(10));
    var words = call.arguments();
    int i = 0;
    for (; i < words.size() && words.get(i).startsWith("-"); i += 2) {
      var value = i + 1 < words.size() ? words.get(i + 1) : "";
      if (words.get(i).endsWith("-wait")) {
        if (!value.startsWith("tcp://")) {
          return new Outcome.Unknowable("dockerize waits for " + value);
        }
        Endpoint.of(value.substring("tcp://".length())).ifPresent(endpoints::add);
      } else if (words.get(i).endsWith("-timeout")) {
        limit = Durations.of(Optional.of(value));
      }
    }
    var command = Commands.rest(words, i);
    var good = command.isEmpty() ? Outcome.done(0) : Outcome.become(command);
    return Connections.untilAll(endpoints, limit, good, Outcome.done(1));
  }
}
