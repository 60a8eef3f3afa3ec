package foresail.config;

import static java.util.Objects.requireNonNull;

import foresail.finding.Label;
import java.util.List;
import java.util.Optional;

/**
 * What a file said, or what is wrong with it.
 *
 * @param value empty where something is wrong
 * @param problems places and what is wrong there, in reading order
 */
public record Loaded<T>(Optional<T> value, List<Label> problems) {
  public Loaded {
    requireNonNull(value);
    problems = List.copyOf(problems);
    if (value.isPresent() != problems.isEmpty()) {
      throw new IllegalArgumentException("either a value or problems");
    }
  }

  static <T> Loaded<T> of(T value, List<Label> problems) {
    return problems.isEmpty()
        ? new Loaded<>(Optional.of(value), List.of())
        : new Loaded<>(Optional.empty(), problems);
  }
}
