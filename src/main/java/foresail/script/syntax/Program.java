package foresail.script.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A script as a shell executes it: one complete command after the other.
 *
 * @param lines complete commands in order; a shell executes each before it reads the next
 * @param problem what stopped the reading after the last of {@code lines}
 */
public record Program(List<Command> lines, Optional<SyntaxProblem> problem) {
  public Program {
    lines = List.copyOf(lines);
  }
}
