package foresail.notation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/** A length of time as Go writes it: {@code 5s}, {@code 0.4s}, {@code 1m30s}, {@code 15m}. */
public final class GoDuration {
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private GoDuration() {}

  /**
   * Reads a length of time: numbers with units {@code ns us ms s m h}, and {@code 0} without one
   * ({@code time.ParseDuration}, Go 1.25). Empty for anything else, and beyond 292 years.
   */
  public static Optional<Duration> parse(String text) {
    boolean negative = text.startsWith("-");
    int at = negative || text.startsWith("+") ? 1 : 0;
    if (text.substring(at).equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    BigDecimal nanos = BigDecimal.ZERO;
    do {
      int unit = endOf(text, at, true);
      int end = endOf(text, unit, false);
      String number = text.substring(at, unit);
      long factor = nanos(text.substring(unit, end));
      if (factor == 0 || !isNumber(number)) {
        return Optional.empty();
      }
      nanos = nanos.add(new BigDecimal(number).multiply(BigDecimal.valueOf(factor)));
      at = end;
    } while (at < text.length());
    if (nanos.compareTo(MOST) > 0) {
      return Optional.empty();
    }
    long whole = nanos.setScale(0, RoundingMode.DOWN).longValueExact();
    return Optional.of(Duration.ofNanos(negative ? -whole : whole));
  }

  /** Where digits and points end, or where they begin again. */
  private static int endOf(String text, int from, boolean digits) {
    int end = from;
    while (end < text.length() && isDigitOrPoint(text.charAt(end)) == digits) {
      end++;
    }
    return end;
  }

  private static boolean isDigitOrPoint(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }

  /** At least one digit, at most one point, and few enough digits to count with. */
  private static boolean isNumber(String text) {
    int point = text.indexOf('.');
    return !text.isEmpty()
        && text.length() < 40
        && !text.equals(".")
        && (point < 0 || text.indexOf('.', point + 1) < 0);
  }

  private static long nanos(String unit) {
    return switch (unit) {
      case "ns" -> 1;
      case "us", "\u00b5s", "\u03bcs" -> 1_000;
      case "ms" -> 1_000_000;
      case "s" -> 1_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      default -> 0;
    };
  }
}
