package foresail.simulation.runtime;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What comes of starting a container's process.
 *
 * @param process empty where runc could not start it
 * @param exitCode of a start that failed: 127 not found, 126 not executable, 128 otherwise
 * @param message runc's words, where it could not
 */
public record Launch(Optional<Process> process, int exitCode, String message) {
  public Launch {
    requireNonNull(process);
  }

  public static Launch of(Process process) {
    return new Launch(Optional.of(process), 0, "");
  }

  public static Launch failed(int exitCode, String message) {
    return new Launch(Optional.empty(), exitCode, message);
  }
}
