package foresail.cli;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * Where a run takes its input from and where its words go.
 *
 * @param err for messages about the run itself
 * @param environment the variables of the process
 * @param terminal whether standard output is a terminal
 */
record Surroundings(
    InputStream in,
    OutputStream out,
    PrintStream err,
    Map<String, String> environment,
    boolean terminal) {
  Surroundings {
    requireNonNull(in);
    requireNonNull(out);
    requireNonNull(err);
    requireNonNull(environment);
  }

  boolean isSet(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }
}
