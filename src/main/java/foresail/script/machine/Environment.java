package foresail.script.machine;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a process is started with.
 *
 * @param variables in the order in which they are set
 * @param hostname the pod's host name
 * @param directory the working directory, absolute and normal
 * @param user name of the user, {@code root} for 0
 * @param pid of the first process; 1 is the container's init, which signals without a handler do
 *     not end. A probe or hook runs beside it: give each a range of its own from 100 on; lower
 *     numbers are those of the container's own program
 * @param openInput true where the container has {@code stdin: true}: reading waits for ever; else
 *     standard input is at its end
 * @param stepsPerInstant after so many steps without virtual time passing, a process is said to
 *     spin; a step is about one command or one part of one
 * @param seed of {@code $RANDOM}
 */
public record Environment(
    Map<String, String> variables,
    String hostname,
    String directory,
    String user,
    int pid,
    boolean openInput,
    int stepsPerInstant,
    long seed) {
  public Environment {
    variables = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  /** The usual: root in {@code /}, PID 1, no input, 100,000 steps. */
  public static Environment of(Map<String, String> variables, String hostname) {
    return new Environment(variables, hostname, "/", "root", 1, false, 100_000, 1);
  }

  /** The same for a process that is not the container's first, such as a probe. */
  public Environment withPid(int first) {
    return new Environment(
        variables, hostname, directory, user, first, openInput, stepsPerInstant, seed);
  }
}
