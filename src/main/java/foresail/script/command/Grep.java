package foresail.script.command;

import foresail.script.word.Regex;
import java.util.ArrayList;
import java.util.List;

/** grep. */
final class Grep {
  private Grep() {}

  static Outcome run(Invocation call) {
    return run(call, false, false);
  }

  static Outcome extended(Invocation call) {
    return run(call, true, false);
  }

  static Outcome fixed(Invocation call) {
    return run(call, false, true);
  }

  private static Outcome run(Invocation call, boolean extended, boolean fixed) {
    var options = Options.of(call.arguments(), "efmABC", "regexp", "max-count");
    var operands = new ArrayList<>(options.operands());
    var expressions = new ArrayList<>(options.values("e"));
    expressions.addAll(options.values("regexp"));
    if (expressions.isEmpty()) {
      if (operands.isEmpty()) {
        return call.fail("usage: grep PATTERN [FILE]...", 2);
      }
      expressions.add(operands.remove(0));
    }
    if (options.has("f", "r", "R", "P") && options.has("P")) {
      // Perl's syntax is close enough to the extended one for what scripts write.
      extended = true;
    }
    if (options.has("r", "R") || options.has("f")) {
      return new Outcome.Unknowable("grep -r and -f are not read");
    }
    var regexes = new ArrayList<Regex>();
    for (var expression : expressions) {
      var regex = regex(expression, options, extended, fixed);
      if (regex == null) {
        return call.fail("bad regex '" + expression + "'", 2);
      }
      regexes.add(regex);
    }
    return Lines.each(call, operands, new Search(call, options, regexes, operands.size() > 1));
  }

  private static Regex regex(String expression, Options options, boolean extended, boolean fixed) {
    boolean ignoreCase = options.has("i", "y", "ignore-case");
    if (fixed || options.has("F", "fixed-strings")) {
      return Regex.literal(expression, ignoreCase);
    }
    boolean enhanced = extended || options.has("E", "extended-regexp");
    var whole =
        options.has("w")
            ? enhanced ? "\\b(" + expression + ")\\b" : "\\b\\(" + expression + "\\)\\b"
            : options.has("x")
                ? enhanced ? "^(" + expression + ")$" : "^\\(" + expression + "\\)$"
                : expression;
    return Regex.of(whole, enhanced, ignoreCase).orElse(null);
  }

  private static final class Search implements Lines.Filter {
    private final Invocation call;
    private final Options options;
    private final List<Regex> regexes;
    private final boolean named;
    private final boolean quiet;
    private String file = "";
    private long found;
    private long lineNumber;

    Search(Invocation call, Options options, List<Regex> regexes, boolean several) {
      this.call = call;
      this.options = options;
      this.regexes = regexes;
      this.named = (several || options.has("H")) && !options.has("h");
      this.quiet = options.has("q", "quiet", "silent");
    }

    @Override
    public void begin(String name) {
      file = name;
      lineNumber = 0;
    }

    @Override
    public boolean line(String full) {
      lineNumber++;
      var line = Lines.chomp(full);
      boolean matches = regexes.stream().anyMatch(regex -> regex.find(line));
      if (matches == options.has("v", "invert-match")) {
        return true;
      }
      found++;
      if (quiet || options.has("l")) {
        if (!quiet) {
          call.out((file.isEmpty() ? "(standard input)" : file) + "\n");
        }
        return false;
      }
      if (!options.has("c", "count")) {
        print(line);
      }
      return options
          .value("m", "max-count")
          .filter(most -> most.equals(Long.toString(found)))
          .isEmpty();
    }

    private void print(String line) {
      var prefix = (named ? file + ":" : "") + (options.has("n") ? lineNumber + ":" : "");
      if (!options.has("o")) {
        call.out(prefix + line + "\n");
        return;
      }
      int from = 0;
      while (from <= line.length()) {
        int start = from;
        var match =
            regexes.stream().flatMap(regex -> regex.match(line, start).stream()).findFirst();
        if (match.isEmpty() || match.get().end() == match.get().start()) {
          return;
        }
        call.out(prefix + match.get().group() + "\n");
        from = match.get().end();
      }
    }

    @Override
    public Outcome end(int status) {
      if (options.has("c", "count") && !quiet) {
        call.out(found + "\n");
      }
      if (found == 0 && file.isEmpty() && call.inputIsUnknown()) {
        return new Outcome.Unknowable("its input comes from a program that is not known");
      }
      if (found > 0 && (quiet || status == 0)) {
        return Outcome.done(0);
      }
      return Outcome.done(status != 0 ? 2 : 1);
    }
  }
}
