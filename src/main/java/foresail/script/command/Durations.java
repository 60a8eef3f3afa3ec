package foresail.script.command;

import java.time.Duration;
import java.util.Optional;

/**
 * Durations as sleep and timeout read them: {@code 5}, {@code 0.2}, {@code 10m}, {@code infinity}.
 */
final class Durations {
  /** Longer than any simulation; sleeping so long is sleeping for ever. */
  private static final double LONGEST_SECONDS = 1e9;

  private Durations() {}

  /** Seconds, infinite for {@code infinity}; empty where it is no duration. */
  static Optional<Double> seconds(String text) {
    if (text.equals("infinity") || text.equals("inf")) {
      return Optional.of(Double.POSITIVE_INFINITY);
    }
    if (text.isEmpty() || text.indexOf('-') >= 0 || text.indexOf('+') >= 0) {
      return Optional.empty();
    }
    char unit = text.charAt(text.length() - 1);
    double factor =
        switch (unit) {
          case 'm' -> 60;
          case 'h' -> 3600;
          case 'd' -> 86_400;
          default -> 1;
        };
    var number = "smhd".indexOf(unit) >= 0 ? text.substring(0, text.length() - 1) : text;
    if (number.isEmpty() || !number.matches("[0-9]*\\.?[0-9]*(e[0-9]+)?") || number.equals(".")) {
      return Optional.empty();
    }
    return Optional.of(Double.parseDouble(number) * factor);
  }

  /** As a duration, empty for for ever. */
  static Optional<Duration> duration(double seconds) {
    return seconds > LONGEST_SECONDS
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(Math.round(seconds * 1e9)));
  }

  /** Reads whole or broken seconds, as options of clients are written. */
  static Optional<Duration> of(Optional<String> text) {
    return text.flatMap(Durations::seconds).flatMap(Durations::duration);
  }
}
