package foresail.prediction;

import java.time.Duration;

/** Lengths of time for sentences: {@code 2 s}, {@code 1m20s}. */
final class Lengths {
  private Lengths() {}

  static String words(Duration length) {
    long seconds = Math.round(length.toMillis() / 1000.0);
    if (seconds == 0) {
      return "less than a second";
    }
    if (seconds < 120) {
      return seconds + " s";
    }
    return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
  }
}
