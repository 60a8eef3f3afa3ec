package foresail.script;

import foresail.script.syntax.Command;
import foresail.script.syntax.Parser;
import foresail.script.syntax.Redirection;
import foresail.script.syntax.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks through a script and notes what its loops ask. */
final class WaitFinder {
  /** Scripts in scripts deeper than this are nobody's. */
  private static final int DEEPEST = 8;

  private final Constants constants;
  private final Set<Wait> found = new LinkedHashSet<>();
  private final Map<String, Command> functions = new HashMap<>();
  private int depth;

  WaitFinder(Constants constants) {
    this.constants = constants;
  }

  List<Wait> found() {
    return List.copyOf(found);
  }

  /** A program without a shell. */
  void vector(List<String> argv) {
    command(argv.stream().map(Optional::of).toList(), 0, false, false);
  }

  /**
   * Looks at a node and all below it.
   *
   * @param polls whether a loop repeats it until it succeeds
   * @param bounded whether something limits the attempts
   */
  void walk(Command command, boolean polls, boolean bounded) {
    if (command instanceof Command.Simple simple) {
      simple(simple, polls, bounded);
    } else if (command instanceof Command.Loop loop) {
      loop(loop, polls, bounded);
    } else if (command instanceof Command.For loop) {
      each(loop, polls, bounded);
    } else if (command instanceof Command.ArithmeticFor loop) {
      walk(loop.body(), polls || Exits.in(loop.body()), true);
    } else if (command instanceof Command.FunctionDefinition function) {
      functions.put(function.name(), function.body());
    } else if (command instanceof Command.Redirected redirected) {
      redirections(redirected.redirections(), redirected.at(), polls, bounded);
      walk(redirected.command(), polls, bounded);
    } else {
      for (var child : Children.of(command)) {
        walk(child, polls, bounded);
      }
    }
  }

  private void loop(Command.Loop loop, boolean polls, boolean bounded) {
    boolean endless = !loop.until() && Command.isAlwaysTrue(loop.condition());
    boolean leaves = Exits.in(loop.body());
    if (endless) {
      walk(loop.body(), polls || leaves, bounded);
    } else {
      walk(loop.condition(), true, bounded || leaves || Exits.counts(loop.condition()));
      walk(loop.body(), polls, bounded || leaves);
    }
  }

  private void each(Command.For loop, boolean polls, boolean bounded) {
    boolean retries = Exits.in(loop.body());
    var values = new ArrayList<String>();
    for (var word : loop.words().orElse(List.of())) {
      var value = constants.text(word);
      if (value.isEmpty()) {
        values.clear();
        break;
      }
      // An unquoted variable may hold several words.
      values.addAll(
          word.bare().isPresent()
              ? List.of(value.get())
              : List.of(value.get().strip().split("\\s+")));
    }
    if (values.isEmpty() || values.size() > 20) {
      constants.set(loop.name(), Optional.empty());
      walk(loop.body(), polls || retries, bounded || retries);
    } else {
      // The values are hosts rather than a count: each is waited for in its turn.
      for (var value : values) {
        constants.set(loop.name(), Optional.of(value));
        walk(loop.body(), polls || retries, bounded || retries);
      }
    }
  }

  private void simple(Command.Simple simple, boolean polls, boolean bounded) {
    for (var assignment : simple.assignments()) {
      if (simple.words().isEmpty()) {
        boolean plain =
            assignment.index().isEmpty() && assignment.elements().isEmpty() && !assignment.append();
        constants.set(
            assignment.name(), plain ? constants.text(assignment.value()) : Optional.empty());
      }
      substitutions(assignment.value(), polls, bounded);
    }
    simple.words().forEach(word -> substitutions(word, polls, bounded));
    redirections(simple.redirections(), simple.at(), polls, bounded);
    command(simple.words().stream().map(constants::text).toList(), simple.at(), polls, bounded);
  }

  private void substitutions(Word word, boolean polls, boolean bounded) {
    for (var line : Children.within(word)) {
      walk(line, polls, bounded);
    }
  }

  private void command(List<Optional<String>> words, int at, boolean polls, boolean bounded) {
    if (words.isEmpty() || words.get(0).isEmpty()) {
      return;
    }
    var program = AskedHosts.name(words.get(0).get());
    var function = functions.get(words.get(0).get());
    if (function != null) {
      call(function, words, polls, bounded);
    } else if (program.equals("export") || program.equals("local")) {
      words.stream().skip(1).flatMap(Optional::stream).forEach(this::declared);
    } else if (AskedHosts.starts(program)) {
      started(words, at, polls, bounded || program.equals("timeout"));
    } else if (program.equals("sh") || program.equals("bash") || program.equals("ash")) {
      inner(words, at, polls, bounded);
    } else {
      AskedHosts.asked(words, environment())
          .filter(asked -> polls || asked.waits())
          .ifPresent(
              asked ->
                  found.add(
                      new Wait(
                          at,
                          asked.program(),
                          asked.host(),
                          asked.port(),
                          asked.waits() ? asked.bounded() : bounded)));
    }
  }

  /** A function's body with the operands of this call. */
  private void call(Command body, List<Optional<String>> words, boolean polls, boolean bounded) {
    if (depth >= DEEPEST) {
      return;
    }
    depth++;
    for (int i = 1; i < 10; i++) {
      constants.set(Integer.toString(i), i < words.size() ? words.get(i) : Optional.empty());
    }
    walk(body, polls, bounded);
    depth--;
  }

  private void declared(String word) {
    int equals = word.indexOf('=');
    if (equals > 0) {
      constants.set(word.substring(0, equals), Optional.of(word.substring(equals + 1)));
    }
  }

  /** What the clients of databases read from the environment. */
  private Map<String, String> environment() {
    var environment = new LinkedHashMap<String, String>();
    for (var name : List.of("PGHOST", "PGPORT", "MYSQL_HOST", "REDIS_HOST")) {
      constants.variable(name).ifPresent(value -> environment.put(name, value));
    }
    return environment;
  }

  private void started(List<Optional<String>> words, int at, boolean polls, boolean bounded) {
    int first = Wrappers.start(words.stream().map(word -> word.orElse("")).toList());
    if (first < words.size() && first > 0) {
      command(words.subList(first, words.size()), at, polls, bounded);
    }
  }

  private void inner(List<Optional<String>> words, int at, boolean polls, boolean bounded) {
    var argv = words.stream().map(word -> word.orElse("")).toList();
    var call = ShellInvocation.of(argv);
    if (call.isPresent() && call.get().text().isPresent() && depth < DEEPEST) {
      depth++;
      var before = Set.copyOf(found);
      var program = Parser.parse(call.get().text().get().text(), call.get().dialect());
      program.lines().forEach(line -> walk(line, polls, bounded));
      depth--;
      // Offsets in the inner text would mean nothing to the reader of the outer one.
      var inner = found.stream().filter(wait -> !before.contains(wait)).toList();
      inner.forEach(found::remove);
      inner.forEach(
          wait ->
              found.add(new Wait(at, wait.program(), wait.host(), wait.port(), wait.bounded())));
    }
  }

  /** {@code >/dev/tcp/HOST/PORT}. */
  private void redirections(
      List<Redirection> redirections, int at, boolean polls, boolean bounded) {
    for (var redirection : redirections) {
      substitutions(redirection.target(), polls, bounded);
      var start = redirection.target().parts().stream().findFirst();
      boolean network =
          start.isPresent()
              && start.get() instanceof foresail.script.syntax.WordPart.Literal literal
              && literal.text().startsWith("/dev/tcp/");
      if (!network || !polls) {
        continue;
      }
      var target = constants.text(redirection.target());
      var parts = target.orElse("").split("/");
      Optional<String> host = parts.length == 5 ? Optional.of(parts[3]) : Optional.empty();
      Optional<Integer> port =
          parts.length == 5 && parts[4].matches("[0-9]{1,5}")
              ? Optional.of(Integer.parseInt(parts[4]))
              : Optional.empty();
      found.add(new Wait(at, "/dev/tcp", host, port, bounded));
    }
  }
}
