package foresail.notation;

import static java.util.Objects.requireNonNull;

/**
 * A number or a text: a port by number or name, a count or a percentage
 * (apimachinery/pkg/util/intstr/intstr.go, v1.36).
 *
 * @param number 0 where it is a text
 * @param text empty where it is a number
 */
public record IntOrString(boolean isNumber, int number, String text) {
  public IntOrString {
    requireNonNull(text);
  }

  public static IntOrString of(int number) {
    return new IntOrString(true, number, "");
  }

  public static IntOrString of(String text) {
    return new IntOrString(false, 0, text);
  }

  /** Whether it is a text of digits and a percent sign. */
  public boolean isPercent() {
    if (isNumber || text.length() < 2 || text.charAt(text.length() - 1) != '%') {
      return false;
    }
    return text.chars().limit(text.length() - 1L).allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * The number, or the percentage of a total; 0 for a text that is no percentage.
   *
   * @param roundUp whether a fraction becomes one more, or nothing
   */
  public int scaled(int total, boolean roundUp) {
    if (isNumber) {
      return number;
    }
    if (!isPercent()) {
      return 0;
    }
    // The server takes any number of digits; nine are more than any total can need.
    long percent =
        text.length() > 10 ? Integer.MAX_VALUE : Long.parseLong(text, 0, text.length() - 1, 10);
    return (int) Math.min(Integer.MAX_VALUE, (percent * total + (roundUp ? 99 : 0)) / 100);
  }

  /** As it is written. */
  @Override
  public String toString() {
    return isNumber ? Integer.toString(number) : text;
  }
}
