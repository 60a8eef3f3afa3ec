package foresail.notation;

import java.util.List;
import java.util.Locale;

/**
 * One of the five fields of a schedule: which numbers it allows.
 *
 * @param bits bit n is set where n is allowed
 * @param star whether it is written as {@code *} or {@code ?}, without a step over one: for the two
 *     day fields that decides whether they are joined by AND or by OR
 */
record CronField(long bits, boolean star) {
  /** What a field's numbers may be. */
  enum Bounds {
    MINUTE(0, 59, List.of()),
    HOUR(0, 23, List.of()),
    DAY_OF_MONTH(1, 31, List.of()),
    MONTH(
        1,
        12,
        List.of(
            "", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
            "dec")),
    DAY_OF_WEEK(0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

    private final int min;
    private final int max;
    private final List<String> names;

    Bounds(int min, int max, List<String> names) {
      this.min = min;
      this.max = max;
      this.names = names;
    }
  }

  /** A field that cannot be read; its message is the library's. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message, null, false, false);
    }
  }

  boolean allows(int number) {
    return (bits >> number & 1) != 0;
  }

  /** Reads a comma list; empty members do not count. */
  static CronField parse(String text, Bounds bounds) throws Unreadable {
    long bits = 0;
    boolean star = false;
    for (String member : text.split(",")) {
      if (!member.isEmpty()) {
        CronField range = range(member, bounds);
        bits |= range.bits;
        star |= range.star;
      }
    }
    return new CronField(bits, star);
  }

  /** {@code *}, {@code a}, {@code a-b}, each with a step or without. */
  private static CronField range(String text, Bounds bounds) throws Unreadable {
    String[] rangeAndStep = text.split("/", -1);
    String[] lowAndHigh = rangeAndStep[0].split("-", -1);
    boolean star = lowAndHigh[0].equals("*") || lowAndHigh[0].equals("?");
    long low = star ? bounds.min : number(lowAndHigh[0], bounds);
    long high = star ? bounds.max : low;
    if (!star && lowAndHigh.length > 2) {
      throw new Unreadable("too many hyphens: " + text);
    }
    if (!star && lowAndHigh.length == 2) {
      high = number(lowAndHigh[1], bounds);
    }
    if (rangeAndStep.length > 2) {
      throw new Unreadable("too many slashes: " + text);
    }
    long step = 1;
    if (rangeAndStep.length == 2) {
      step = number(rangeAndStep[1]);
      high = lowAndHigh.length == 1 ? bounds.max : high; // "5/10" means from 5 on
      star &= step <= 1;
    }
    check(text, low, high, step, bounds);
    return new CronField(bits(low, high, step), star);
  }

  private static void check(String text, long low, long high, long step, Bounds bounds)
      throws Unreadable {
    if (low < bounds.min) {
      throw new Unreadable(
          "beginning of range (" + low + ") below minimum (" + bounds.min + "): " + text);
    }
    if (high > bounds.max) {
      throw new Unreadable(
          "end of range (" + high + ") above maximum (" + bounds.max + "): " + text);
    }
    if (low > high) {
      throw new Unreadable(
          "beginning of range (" + low + ") beyond end of range (" + high + "): " + text);
    }
    if (step == 0) {
      throw new Unreadable("step of range should be a positive number: " + text);
    }
  }

  private static long bits(long low, long high, long step) {
    long bits = 0;
    for (long number = low; number <= high; number += step) {
      bits |= 1L << number;
    }
    return bits;
  }

  private static long number(String text, Bounds bounds) throws Unreadable {
    int named = text.isEmpty() ? -1 : bounds.names.indexOf(text.toLowerCase(Locale.ROOT));
    return named >= 0 ? named : number(text);
  }

  private static long number(String text) throws Unreadable {
    long number;
    try {
      number = Long.parseLong(text);
    } catch (NumberFormatException unreadable) {
      String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
      boolean tooLong = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
      throw new Unreadable(
          "failed to parse int from %s: strconv.Atoi: parsing \"%s\": %s"
              .formatted(text, text, tooLong ? "value out of range" : "invalid syntax"));
    }
    if (number < 0) {
      throw new Unreadable("negative number (" + number + ") not allowed: " + text);
    }
    return number;
  }
}
