package foresail.script.command;

import foresail.script.world.FileSystem.Reading;
import java.util.List;
import java.util.Optional;

/** Feeds the lines of files, or of standard input, to a filter. */
final class Lines {
  /** What a filter does with its input. */
  interface Filter {
    /**
     * Takes one line, with its line end where it has one.
     *
     * @return false when no more lines are wanted
     */
    boolean line(String line);

    /** A new input begins; empty for standard input. */
    default void begin(String name) {}

    /** All input was read; {@code status} is 1 where a file could not be. */
    Outcome end(int status);
  }

  private final Invocation call;
  private final List<String> names;
  private final Filter filter;
  private int next;
  private int status;

  private Lines(Invocation call, List<String> names, Filter filter) {
    this.call = call;
    this.names = names.isEmpty() ? List.of("-") : List.copyOf(names);
    this.filter = filter;
  }

  /** Reads all of the files in turn; standard input where there are none, and for {@code -}. */
  static Outcome each(Invocation call, List<String> names, Filter filter) {
    return new Lines(call, names, filter).files();
  }

  private Outcome files() {
    while (next < names.size()) {
      var name = names.get(next++);
      if (name.equals("-") || name.equals("/dev/stdin")) {
        filter.begin("");
        return new Outcome.ReadLine(this::input);
      }
      var reading = call.read(name);
      if (reading instanceof Reading.Unknowable) {
        return new Outcome.Unknowable("the content of " + name + " is not known");
      } else if (reading instanceof Reading.Failed failure) {
        call.error(call.name() + ": " + name + ": " + failure.message() + "\n");
        status = 1;
      } else if (reading instanceof Reading.Text text) {
        filter.begin(name);
        if (!feed(text.text())) {
          break;
        }
      }
    }
    return filter.end(status);
  }

  private boolean feed(String text) {
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int stop = end < 0 ? text.length() : end + 1;
      if (!filter.line(text.substring(start, stop))) {
        return false;
      }
      start = stop;
    }
    return true;
  }

  private Outcome input(Optional<String> line) {
    if (line.isEmpty()) {
      return files();
    }
    return filter.line(line.get()) ? new Outcome.ReadLine(this::input) : filter.end(status);
  }

  /** A line without its line end. */
  static String chomp(String line) {
    return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
  }
}
