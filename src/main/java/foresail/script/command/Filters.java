package foresail.script.command;

import foresail.script.world.FileSystem.Reading;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Programs that pass lines on, or count them. */
final class Filters {
  private Filters() {}

  static Outcome cat(Invocation call) {
    var options = Options.of(call.arguments(), "");
    boolean numbered = options.has("n");
    return Lines.each(
        call,
        options.operands(),
        new Lines.Filter() {
          private int count;

          @Override
          public boolean line(String line) {
            call.out(numbered ? String.format("%6d\t%s", ++count, line) : line);
            return true;
          }

          @Override
          public Outcome end(int status) {
            return Outcome.done(status);
          }
        });
  }

  static Outcome tac(Invocation call) {
    var lines = new ArrayList<String>();
    return Lines.each(
        call,
        call.arguments(),
        new Lines.Filter() {
          @Override
          public boolean line(String line) {
            return lines.add(line);
          }

          @Override
          public Outcome end(int status) {
            for (int i = lines.size() - 1; i >= 0; i--) {
              call.out(lines.get(i));
            }
            return Outcome.done(status);
          }
        });
  }

  /** Reads {@code -5} as {@code -n 5}. */
  private static List<String> modern(List<String> words) {
    return words.stream()
        .map(word -> word.matches("-[0-9]+") ? "-n" + word.substring(1) : word)
        .toList();
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  static Outcome head(Invocation call) {
    var options = Options.of(modern(call.arguments()), "nc", "lines", "bytes");
    boolean bytes = options.has("c", "bytes");
    var written = options.value("c", "bytes", "n", "lines").orElse("10");
    var count = bytes ? DiskFilling.bytes(written) : number(written);
    if (count.isEmpty()) {
      return call.fail("invalid number");
    }
    if (options.operands().stream().anyMatch(DiskFilling::isEndless)) {
      if (options.operands().contains("/dev/zero") && bytes) {
        call.fill(count.get());
        return Outcome.done(0);
      }
      return new Outcome.Unknowable("random bytes");
    }
    return Lines.each(
        call,
        options.operands(),
        new Lines.Filter() {
          private long left = count.get();

          @Override
          public boolean line(String line) {
            if (left <= 0) {
              return false;
            }
            if (bytes) {
              call.out(line.substring(0, (int) Math.min(left, line.length())));
              left -= line.length();
            } else {
              call.out(line);
              left--;
            }
            return left > 0;
          }

          @Override
          public Outcome end(int status) {
            return Outcome.done(status);
          }
        });
  }

  static Outcome tail(Invocation call) {
    var words = modern(call.arguments());
    var options = Options.of(words, "ncs", "lines", "bytes", "pid", "sleep-interval");
    boolean follows = options.has("f", "F", "follow");
    var operands = options.operands();
    if (operands.contains("/dev/zero") || operands.contains("/dev/urandom")) {
      // It keeps what may be the last line, and that has no end.
      return new Outcome.Await(
          new foresail.script.world.Effect.UseMemory(Long.MAX_VALUE), answer -> Outcome.forEver());
    }
    if (follows && !operands.isEmpty()) {
      return follow(call, options.has("F"), operands);
    }
    var text = options.value("c", "bytes", "n", "lines").orElse("10");
    boolean fromStart = text.startsWith("+");
    var count = number(fromStart ? text.substring(1) : text);
    if (count.isEmpty()) {
      return call.fail("invalid number");
    }
    return Lines.each(
        call, operands, new Tail(call, Math.abs(count.get()), fromStart, options.has("c")));
  }

  /** Following never ends; without -F a file that is not there is an error. */
  private static Outcome follow(Invocation call, boolean retries, List<String> names) {
    boolean found = retries;
    for (var name : names) {
      var reading = call.read(name);
      if (reading instanceof Reading.Text text) {
        found = true;
        call.out(text.text());
      } else if (reading instanceof Reading.Failed failure) {
        call.error("tail: " + name + ": " + failure.message() + "\n");
      } else {
        found = true;
      }
    }
    return found ? Outcome.forEver() : call.fail("no files");
  }

  private static final class Tail implements Lines.Filter {
    private final Invocation call;
    private final long count;
    private final boolean fromStart;
    private final boolean bytes;
    private final ArrayDeque<String> last = new ArrayDeque<>();
    private long seen;

    Tail(Invocation call, long count, boolean fromStart, boolean bytes) {
      this.call = call;
      this.count = count;
      this.fromStart = fromStart;
      this.bytes = bytes;
    }

    @Override
    public boolean line(String line) {
      if (fromStart && !bytes) {
        if (++seen >= count) {
          call.out(line);
        }
        return true;
      }
      last.add(line);
      if (!bytes && last.size() > count) {
        last.poll();
      }
      return true;
    }

    @Override
    public Outcome end(int status) {
      var text = String.join("", last);
      if (bytes) {
        int start = (int) (fromStart ? Math.max(0, count - 1) : Math.max(0, text.length() - count));
        text = text.substring(Math.min(start, text.length()));
      }
      call.out(text);
      return Outcome.done(status);
    }
  }

  static Outcome wc(Invocation call) {
    var options = Options.of(call.arguments(), "");
    return Lines.each(call, options.operands(), new Count(call, options));
  }

  private static final class Count implements Lines.Filter {
    private final Invocation call;
    private final Options options;
    private long lines;
    private long words;
    private long characters;

    Count(Invocation call, Options options) {
      this.call = call;
      this.options = options;
    }

    @Override
    public boolean line(String line) {
      lines += line.endsWith("\n") ? 1 : 0;
      words += line.isBlank() ? 0 : line.strip().split("\\s+").length;
      characters += line.length();
      return true;
    }

    @Override
    public Outcome end(int status) {
      boolean all = !options.has("l", "w", "c", "m");
      var counts = new ArrayList<String>();
      if (all || options.has("l")) {
        counts.add(Long.toString(lines));
      }
      if (all || options.has("w")) {
        counts.add(Long.toString(words));
      }
      if (all || options.has("c", "m")) {
        counts.add(Long.toString(characters));
      }
      counts.addAll(options.operands());
      call.out(String.join(" ", counts) + "\n");
      return Outcome.done(status);
    }
  }

  static Outcome tee(Invocation call) {
    var options = Options.of(call.arguments(), "");
    boolean append = options.has("a", "append");
    int failed = 0;
    var targets = new ArrayList<String>();
    for (var name : options.operands()) {
      var written = call.files().write(call.path(name), "", append);
      if (written.failure().isPresent()) {
        call.error("tee: " + name + ": " + written.failure().get() + "\n");
        failed = 1;
      } else {
        targets.add(call.path(name));
      }
    }
    int before = failed;
    return Lines.each(
        call,
        List.of(),
        new Lines.Filter() {
          @Override
          public boolean line(String line) {
            call.out(line);
            targets.forEach(path -> call.files().write(path, line, true));
            return true;
          }

          @Override
          public Outcome end(int status) {
            return Outcome.done(before);
          }
        });
  }
}
