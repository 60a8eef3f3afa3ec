package foresail.recording;

import java.time.Duration;
import java.util.Optional;

/**
 * Ages as kubectl rounds them: {@code 45s}, {@code 2m3s}, {@code 5h}, {@code 3d4h}.
 *
 * <p>Source: apimachinery/pkg/util/duration/duration.go (HumanDuration), v1.36.
 */
final class Ages {
  private Ages() {}

  static Optional<Duration> read(String text) {
    long seconds = 0;
    long number = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' && number < 1_000_000) {
        number = Math.max(number, 0) * 10 + (c - '0');
        continue;
      }
      long unit = unit(c);
      if (number < 0 || unit == 0) {
        return Optional.empty();
      }
      seconds += number * unit;
      number = -1;
    }
    return number < 0 && !text.isEmpty()
        ? Optional.of(Duration.ofSeconds(seconds))
        : Optional.empty();
  }

  private static long unit(char letter) {
    return switch (letter) {
      case 's' -> 1;
      case 'm' -> 60;
      case 'h' -> 3_600;
      case 'd' -> 86_400;
      case 'y' -> 31_536_000;
      default -> 0;
    };
  }
}
