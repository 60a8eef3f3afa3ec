package foresail.script;

import foresail.script.command.Commands;
import foresail.script.command.Outcome;
import foresail.script.world.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says whom a command line asks, by starting the known program and looking at its first wish. */
final class AskedHosts {
  private static final Set<String> ASKING =
      Set.of(
          "nslookup",
          "host",
          "dig",
          "getent",
          "ping",
          "nc",
          "ncat",
          "netcat",
          "telnet",
          "wget",
          "curl",
          "pg_isready",
          "psql",
          "redis-cli",
          "mysqladmin",
          "mysql",
          "mariadb-admin",
          "mongo",
          "mongosh");
  private static final Set<String> WAITING =
      Set.of("wait-for-it", "wait-for-it.sh", "wait-for", "wait4x", "dockerize");
  private static final Set<String> STARTING =
      Set.of("timeout", "env", "nohup", "command", "exec", "sudo", "busybox", "tini", "dumb-init");

  private static final String UNKNOWN_HOST = "unknown.invalid";
  private static final int UNKNOWN_PORT = 65_533;

  private AskedHosts() {}

  /**
   * Whom a program asks.
   *
   * @param waits whether the program itself tries until it succeeds
   * @param bounded whether it gives up after some time
   */
  record Asked(
      String program,
      Optional<String> host,
      Optional<Integer> port,
      boolean waits,
      boolean bounded) {}

  static String name(String word) {
    return word.substring(word.lastIndexOf('/') + 1);
  }

  static boolean starts(String program) {
    return STARTING.contains(program);
  }

  /**
   * @param words of the command; empty where one is not known
   */
  static Optional<Asked> asked(List<Optional<String>> words, Map<String, String> environment) {
    var program = words.isEmpty() ? "" : name(words.get(0).orElse(""));
    if (!ASKING.contains(program) && !WAITING.contains(program)) {
      return Optional.empty();
    }
    var asked = asked(program, words, UNKNOWN_HOST, environment);
    // A port that is not known must be a number to be read as one.
    return asked.isPresent()
        ? asked
        : asked(program, words, Integer.toString(UNKNOWN_PORT), environment);
  }

  private static Optional<Asked> asked(
      String program,
      List<Optional<String>> words,
      String lastUnknown,
      Map<String, String> environment) {
    var argv = new ArrayList<String>();
    for (int i = 0; i < words.size(); i++) {
      boolean last = i == words.size() - 1;
      argv.add(words.get(i).orElse(last ? lastUnknown : UNKNOWN_HOST));
    }
    var command = Commands.find(program).orElseThrow();
    if (!(command.run(new UnrunCall(argv, environment)) instanceof Outcome.Await await)) {
      return Optional.empty();
    }
    boolean waits = WAITING.contains(program);
    boolean bounded = waits && !isEndless(argv);
    if (await.effect() instanceof Effect.LookUp lookUp) {
      return Optional.of(
          new Asked(program, known(lookUp.host()), Optional.empty(), waits, bounded));
    } else if (await.effect() instanceof Effect.Connect connect) {
      var port =
          connect.port() == UNKNOWN_PORT ? Optional.<Integer>empty() : Optional.of(connect.port());
      return Optional.of(new Asked(program, known(connect.host()), port, waits, bounded));
    } else if (await.effect() instanceof Effect.HttpRequest request) {
      return url(program, request.url());
    }
    return Optional.empty();
  }

  private static boolean isEndless(List<String> argv) {
    var line = String.join(" ", argv);
    return line.matches(".*(-t ?0|--timeout[= ]0)( .*|$)");
  }

  private static Optional<String> known(String host) {
    return host.contains(UNKNOWN_HOST) ? Optional.empty() : Optional.of(host);
  }

  private static Optional<Asked> url(String program, String url) {
    int start = url.indexOf("://") + 3;
    int end = start;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    var authority =
        url.substring(
            url.lastIndexOf('@', end) >= start ? url.lastIndexOf('@', end) + 1 : start, end);
    int colon = authority.lastIndexOf(':');
    var host = colon < 0 ? authority : authority.substring(0, colon);
    var digits = colon < 0 ? "" : authority.substring(colon + 1);
    Optional<Integer> port =
        digits.matches("[0-9]{1,5}")
            ? Optional.of(Integer.parseInt(digits))
            : colon < 0 ? Optional.of(url.startsWith("https:") ? 443 : 80) : Optional.empty();
    if (host.isEmpty() || known(host).isEmpty()) {
      return Optional.of(new Asked(program, Optional.empty(), Optional.empty(), false, false));
    }
    return Optional.of(new Asked(program, Optional.of(host), port, false, false));
  }
}
