package foresail.script.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that start another. */
final class Starters {
  private Starters() {}

  /** nohup, tini and the like: options, then the command. */
  static Outcome pass(Invocation call) {
    return become(call, Options.upToOperand(call.arguments(), "eu").operands());
  }

  static Outcome nice(Invocation call) {
    return become(call, Options.upToOperand(call.arguments(), "ncoie").operands());
  }

  private static Outcome become(Invocation call, List<String> argv) {
    return argv.isEmpty() ? call.fail("missing operand") : Outcome.become(argv);
  }

  /** gosu USER COMMAND. */
  static Outcome asUser(Invocation call) {
    return become(call, Commands.rest(Options.upToOperand(call.arguments(), "").operands(), 1));
  }

  /** {@code su -c TEXT USER}, {@code su USER -c TEXT}, {@code su - USER}. */
  static Outcome su(Invocation call) {
    var options = Options.of(call.arguments(), "csgGu", "command", "shell");
    var text = options.value("c", "command");
    if (text.isPresent()) {
      return Outcome.become(List.of("sh", "-c", text.get()));
    }
    return options.has("u")
        ? become(call, options.operands())
        : new Outcome.Unknowable("su without -c is not read");
  }

  static Outcome busybox(Invocation call) {
    return call.arguments().isEmpty() ? Outcome.done(0) : Outcome.become(call.arguments());
  }

  static Outcome env(Invocation call) {
    var options = Options.upToOperand(call.arguments(), "uC", "unset", "chdir");
    var variables = new LinkedHashMap<String, String>();
    var operands = options.operands();
    int first = 0;
    while (first < operands.size() && operands.get(first).indexOf('=') > 0) {
      int equals = operands.get(first).indexOf('=');
      variables.put(
          operands.get(first).substring(0, equals), operands.get(first).substring(equals + 1));
      first++;
    }
    boolean empty = options.has("i", "ignore-environment");
    if (first < operands.size()) {
      if (!options.has("u")) {
        return new Outcome.Become(operands.subList(first, operands.size()), variables, empty);
      }
      var kept = new LinkedHashMap<>(call.environment());
      kept.keySet().removeAll(options.values("u"));
      kept.putAll(variables);
      return new Outcome.Become(operands.subList(first, operands.size()), kept, true);
    }
    var shown = new LinkedHashMap<String, String>(empty ? Map.of() : call.environment());
    shown.putAll(variables);
    shown.forEach((name, value) -> call.out(name + "=" + value + "\n"));
    return Outcome.done(0);
  }

  static Outcome printenv(Invocation call) {
    if (call.arguments().isEmpty()) {
      return env(call);
    }
    int status = 0;
    for (var name : call.arguments()) {
      var value = call.variable(name);
      value.ifPresent(text -> call.out(text + "\n"));
      status |= value.isPresent() ? 0 : 1;
    }
    return Outcome.done(status);
  }

  static Outcome which(Invocation call) {
    int status = 0;
    for (var name : Options.of(call.arguments(), "").operands()) {
      if (call.canCall(name)) {
        call.out(name.startsWith("/") ? name + "\n" : "/usr/bin/" + name + "\n");
      } else {
        status = 1;
      }
    }
    return Outcome.done(status);
  }

  /** Collects all input words, then runs the command once for each group. */
  static Outcome xargs(Invocation call) {
    var options = Options.upToOperand(call.arguments(), "nIPLd", "replace", "max-args");
    var command = options.operands().isEmpty() ? List.of("echo") : options.operands();
    var words = new ArrayList<String>();
    var marker = options.value("I", "replace");
    return Lines.each(
        call,
        List.of(),
        new Lines.Filter() {
          @Override
          public boolean line(String line) {
            if (marker.isPresent()) {
              words.add(Lines.chomp(line).strip());
            } else {
              Stream.of(line.strip().split("[\\s\0]+"))
                  .filter(word -> !word.isEmpty())
                  .forEach(words::add);
            }
            return true;
          }

          @Override
          public Outcome end(int status) {
            return runEach(groups(options, command, words, marker), 0, 0);
          }
        });
  }

  private static List<List<String>> groups(
      Options options, List<String> command, List<String> words, Optional<String> marker) {
    var groups = new ArrayList<List<String>>();
    if (marker.isPresent()) {
      for (var word : words) {
        groups.add(command.stream().map(each -> each.replace(marker.get(), word)).toList());
      }
      return groups;
    }
    int size =
        Math.max(
            1,
            options
                .value("n", "L", "max-args")
                .filter(n -> n.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(5000));
    for (int i = 0; i < words.size(); i += size) {
      groups.add(
          Stream.concat(
                  command.stream(), words.subList(i, Math.min(words.size(), i + size)).stream())
              .toList());
    }
    if (words.isEmpty() && !options.has("r", "no-run-if-empty")) {
      groups.add(command);
    }
    return groups;
  }

  private static Outcome runEach(List<List<String>> groups, int next, int status) {
    if (next == groups.size()) {
      return Outcome.done(status);
    }
    return new Outcome.Run(
        groups.get(next),
        Optional.of(""),
        Optional.empty(),
        foresail.script.world.Signal.TERM,
        ended -> runEach(groups, next + 1, ended == 0 ? status : ended > 125 ? ended : 123));
  }
}
