package foresail.output;

import foresail.prediction.Row;
import java.time.Duration;

/** Times since the first apply, as each format writes them. */
final class Seconds {
  private static final int MILLIS = 1_000_000;

  private Seconds() {}

  /** A number with at least one and at most three digits behind the point: {@code 1.25}. */
  static String number(Duration at) {
    long millis = (at.toNanos() + MILLIS / 2) / MILLIS;
    String digits = Long.toString(1000 + millis % 1000).substring(1);
    int end = digits.length();
    while (end > 1 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return millis / 1000 + "." + digits.substring(0, end);
  }

  /** For people: {@code 0.4s}, {@code 12s}, {@code 2m5s}; tenths only below ten seconds. */
  static String words(Duration at) {
    long tenths = (at.toMillis() + 50) / 100;
    if (tenths < 100) {
      return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + "s";
    }
    long seconds = (at.toMillis() + 500) / 1000;
    long minutes = seconds / 60;
    if (minutes == 0) {
      return seconds + "s";
    }
    return minutes + "m" + (seconds % 60 == 0 ? "" : seconds % 60 + "s");
  }

  /** When a row comes: {@code 12s}, or of several runs {@code 12s (10s to 14s)}. */
  static String words(Row row) {
    String at = words(row.at());
    String from = row.range().map(range -> words(range.from())).orElse(at);
    String to = row.range().map(range -> words(range.to())).orElse(at);
    return from.equals(to) ? at : at + " (" + from + " to " + to + ")";
  }
}
