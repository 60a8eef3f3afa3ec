package foresail.script.command;

import foresail.script.word.Regex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** sed, as far as scripts use it: {@code s}, {@code d}, {@code p}, {@code q} with one address. */
final class Sed {
  private Sed() {}

  /** Which lines a command is for. */
  private record Address(long line, boolean last, Optional<Regex> regex) {
    boolean accepts(String text, long number) {
      return regex.map(each -> each.find(text)).orElse(line == 0 || line == number);
    }
  }

  private record Step(
      Address address,
      boolean negated,
      char letter,
      Optional<Regex> regex,
      String replacement,
      String flags) {}

  static Outcome run(Invocation call) {
    var options = Options.of(call.arguments(), "e", "expression");
    var operands = new ArrayList<>(options.operands());
    var scripts = new ArrayList<>(options.values("e"));
    scripts.addAll(options.values("expression"));
    if (scripts.isEmpty()) {
      if (operands.isEmpty()) {
        return call.fail("usage: sed SCRIPT [FILE]...");
      }
      scripts.add(operands.remove(0));
    }
    boolean extended = options.has("E", "r", "regexp-extended");
    var steps = new ArrayList<Step>();
    for (var script : scripts) {
      var parsed = new Reader(script, extended).steps();
      if (parsed.isEmpty()) {
        return new Outcome.Unknowable("the sed script " + script + " is not read");
      }
      steps.addAll(parsed.get());
    }
    if (options.has("i", "in-place")) {
      return inPlace(call, steps, operands, options.has("n"));
    }
    return Lines.each(call, operands, new Edit(steps, options.has("n"), call::out));
  }

  private static Outcome inPlace(
      Invocation call, List<Step> steps, List<String> files, boolean silent) {
    int status = 0;
    for (var file : files) {
      var text = new StringBuilder();
      var outcome = Lines.each(call, List.of(file), new Edit(steps, silent, text::append));
      if (!outcome.equals(Outcome.done(0))) {
        if (!(outcome instanceof Outcome.Done)) {
          return outcome;
        }
        status = 1;
      } else {
        var written = call.files().write(call.path(file), text.toString(), false);
        if (written.failure().isPresent()) {
          return call.fail(file + ": " + written.failure().get());
        }
      }
    }
    return Outcome.done(status);
  }

  private static final class Edit implements Lines.Filter {
    private final List<Step> steps;
    private final boolean silent;
    private final java.util.function.Consumer<String> output;
    private long number;

    Edit(List<Step> steps, boolean silent, java.util.function.Consumer<String> output) {
      this.steps = steps;
      this.silent = silent;
      this.output = output;
    }

    @Override
    public boolean line(String full) {
      number++;
      var text = Lines.chomp(full);
      for (var step : steps) {
        if (step.address().accepts(text, number) == step.negated()) {
          continue;
        }
        switch (step.letter()) {
          case 'd' -> {
            return true;
          }
          case 'p' -> output.accept(text + "\n");
          case 'q' -> {
            output.accept(silent ? "" : text + "\n");
            return false;
          }
          default -> {
            var changed = substitute(step, text);
            if (step.flags().indexOf('p') >= 0 && !changed.equals(text)) {
              output.accept(changed + "\n");
            }
            text = changed;
          }
        }
      }
      if (!silent) {
        output.accept(full.endsWith("\n") ? text + "\n" : text);
      }
      return true;
    }

    @Override
    public Outcome end(int status) {
      return Outcome.done(status);
    }
  }

  private static String substitute(Step step, String text) {
    var regex = step.regex().orElseThrow();
    boolean all = step.flags().indexOf('g') >= 0;
    var result = new StringBuilder();
    int from = 0;
    while (from <= text.length()) {
      var match = regex.match(text, from);
      if (match.isEmpty()) {
        break;
      }
      var found = match.get();
      result.append(text, from, found.start());
      replace(step.replacement(), found, result);
      from = found.end();
      if (found.end() == found.start()) {
        if (from < text.length()) {
          result.append(text.charAt(from));
        }
        from++;
      }
      if (!all) {
        break;
      }
    }
    return from <= text.length()
        ? result.append(text.substring(from)).toString()
        : result.toString();
  }

  private static void replace(
      String replacement, java.util.regex.Matcher match, StringBuilder result) {
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      if (c == '&') {
        result.append(match.group());
      } else if (c == '\\' && i + 1 < replacement.length()) {
        char next = replacement.charAt(++i);
        if (next >= '0' && next <= '9') {
          int group = next - '0';
          if (group <= match.groupCount() && match.group(group) != null) {
            result.append(match.group(group));
          }
        } else {
          result.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
        }
      } else {
        result.append(c);
      }
    }
  }

  /** Reads a sed script; gives up on what it does not know. */
  private static final class Reader {
    private final String script;
    private final boolean extended;
    private int at;

    Reader(String script, boolean extended) {
      this.script = script;
      this.extended = extended;
    }

    Optional<List<Step>> steps() {
      var steps = new ArrayList<Step>();
      while (true) {
        while (at < script.length() && " ;\n\t".indexOf(script.charAt(at)) >= 0) {
          at++;
        }
        if (at == script.length()) {
          return Optional.of(steps);
        }
        var step = step();
        if (step.isEmpty()) {
          return Optional.empty();
        }
        steps.add(step.get());
      }
    }

    private Optional<Step> step() {
      var address = address();
      if (address.isEmpty() || at >= script.length()) {
        return Optional.empty();
      }
      boolean negated = script.charAt(at) == '!';
      at += negated ? 1 : 0;
      if (at >= script.length()) {
        return Optional.empty();
      }
      char letter = script.charAt(at++);
      if (letter == 'd' || letter == 'p' || letter == 'q') {
        return Optional.of(new Step(address.get(), negated, letter, Optional.empty(), "", ""));
      }
      return letter == 's' ? substitution(address.get(), negated) : Optional.empty();
    }

    private Optional<Address> address() {
      int start = at;
      while (at < script.length() && Character.isDigit(script.charAt(at)) && at - start < 9) {
        at++;
      }
      if (at > start) {
        return Optional.of(
            new Address(Long.parseLong(script.substring(start, at)), false, Optional.empty()));
      }
      if (script.charAt(at) == '/') {
        at++;
        var text = upTo('/', true);
        return text.flatMap(expression -> Regex.of(expression, extended, false))
            .map(regex -> new Address(0, false, Optional.of(regex)));
      }
      return script.charAt(at) == '$' || script.charAt(at) == ','
          ? Optional.empty()
          : Optional.of(new Address(0, false, Optional.empty()));
    }

    private Optional<Step> substitution(Address address, boolean negated) {
      if (at >= script.length()) {
        return Optional.empty();
      }
      char delimiter = script.charAt(at++);
      var expression = upTo(delimiter, true);
      var replacement = upTo(delimiter, false);
      if (expression.isEmpty() || replacement.isEmpty()) {
        return Optional.empty();
      }
      int start = at;
      while (at < script.length() && Character.isLetterOrDigit(script.charAt(at))) {
        at++;
      }
      var flags = script.substring(start, at);
      if (!flags.matches("[gpiI]*")) {
        return Optional.empty();
      }
      boolean ignoreCase = flags.indexOf('i') >= 0 || flags.indexOf('I') >= 0;
      return Regex.of(expression.get(), extended, ignoreCase)
          .map(
              regex ->
                  new Step(address, negated, 's', Optional.of(regex), replacement.get(), flags));
    }

    private Optional<String> upTo(char delimiter, boolean expression) {
      var text = new StringBuilder();
      boolean bracket = false;
      while (at < script.length()) {
        char c = script.charAt(at++);
        if (expression && !bracket && c == '[') {
          bracket = true;
          text.append(c);
          // A closing bracket that comes first is a member.
          while (at < script.length() && "^]".indexOf(script.charAt(at)) >= 0) {
            text.append(script.charAt(at++));
          }
          continue;
        }
        bracket &= c != ']';
        if (c == delimiter && !bracket) {
          return Optional.of(text.toString());
        }
        if (c == '\\' && at < script.length()) {
          char next = script.charAt(at++);
          if (next != delimiter) {
            text.append('\\');
          }
          text.append(next);
        } else {
          text.append(c);
        }
      }
      return Optional.empty();
    }
  }
}
