package foresail.cli;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where a run takes its input from and where its words go.
 *
 * @param err for messages about the run itself
 * @param environment the variables of the process
 * @param terminal whether standard output is a terminal
 * @param errorTerminal whether standard error is a terminal
 * @param columns of the terminal; 0 where that is not known
 */
record Surroundings(
    InputStream in,
    OutputStream out,
    PrintStream err,
    Map<String, String> environment,
    boolean terminal,
    boolean errorTerminal,
    int columns) {
  /** Where only standard output may be a terminal, of unknown width. */
  Surroundings(
      InputStream in,
      OutputStream out,
      PrintStream err,
      Map<String, String> environment,
      boolean terminal) {
    this(in, out, err, environment, terminal, false, 0);
  }

  Surroundings {
    requireNonNull(in);
    requireNonNull(out);
    requireNonNull(err);
    requireNonNull(environment);
  }

  /** Whether the locale's characters are those of Unicode. */
  boolean unicode() {
    for (String variable : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
      if (isSet(variable)) {
        String locale = environment.get(variable).toLowerCase(Locale.ROOT);
        return locale.contains("utf-8") || locale.contains("utf8");
      }
    }
    return isSet("WT_SESSION"); // Windows Terminal, which sets no locale
  }

  boolean isSet(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }
}
