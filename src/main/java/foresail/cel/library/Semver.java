package foresail.cel.library;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A semantic version as github.com/blang/semver/v4 reads it; what stands behind {@code +} counts
 * for nothing, also when versions are compared for equality.
 *
 * @param before what makes it come before the plain version: {@code alpha.1}; may be empty
 */
record Semver(BigInteger major, BigInteger minor, BigInteger patch, List<String> before)
    implements Comparable<Semver> {
  private static final BigInteger MOST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  Semver {
    before = List.copyOf(before);
  }

  /** Empty where the text is no version. */
  static Optional<Semver> parse(String text) {
    String bare = text;
    int plus = bare.indexOf('+');
    if (plus >= 0) {
      for (String part : bare.substring(plus + 1).split("\\.", -1)) {
        if (!isWord(part)) {
          return Optional.empty();
        }
      }
      bare = bare.substring(0, plus);
    }
    List<String> before = new ArrayList<>();
    int dash = bare.indexOf('-');
    if (dash >= 0) {
      for (String part : bare.substring(dash + 1).split("\\.", -1)) {
        if (!isWord(part) || (isNumber(part) && part.length() > 1 && part.charAt(0) == '0')) {
          return Optional.empty();
        }
        before.add(part);
      }
      bare = bare.substring(0, dash);
    }
    String[] numbers = bare.split("\\.", -1);
    if (numbers.length != 3) {
      return Optional.empty();
    }
    for (String number : numbers) {
      if (!isNumber(number)
          || (number.length() > 1 && number.charAt(0) == '0')
          || new BigInteger(number).compareTo(MOST) > 0) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Semver(
            new BigInteger(numbers[0]),
            new BigInteger(numbers[1]),
            new BigInteger(numbers[2]),
            before));
  }

  /** Also takes a {@code v} in front, missing numbers, and zeros in front of numbers. */
  static Optional<Semver> parseLoosely(String text) {
    String[] parts = (text.startsWith("v") ? text.substring(1) : text).split("\\.", 3);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = withoutZeros(parts[i]);
    }
    String last = parts[parts.length - 1];
    if (parts.length < 3 && (last.indexOf('+') >= 0 || last.indexOf('-') >= 0)) {
      return Optional.empty();
    }
    return parse(String.join(".", parts) + ".0".repeat(3 - parts.length));
  }

  private static String withoutZeros(String part) {
    if (part.length() < 2) {
      return part;
    }
    int start = 0;
    while (start < part.length() && part.charAt(start) == '0') {
      start++;
    }
    String rest = part.substring(start);
    return rest.isEmpty() || !isDigit(rest.charAt(0)) ? "0" + rest : rest;
  }

  @Override
  public int compareTo(Semver other) {
    int order = major.compareTo(other.major);
    order = order != 0 ? order : minor.compareTo(other.minor);
    order = order != 0 ? order : patch.compareTo(other.patch);
    if (order != 0 || (before.isEmpty() && other.before.isEmpty())) {
      return order;
    }
    if (before.isEmpty() || other.before.isEmpty()) {
      return before.isEmpty() ? 1 : -1;
    }
    for (int i = 0; i < Math.min(before.size(), other.before.size()); i++) {
      int part = compareParts(before.get(i), other.before.get(i));
      if (part != 0) {
        return part;
      }
    }
    return Integer.compare(before.size(), other.before.size());
  }

  private static int compareParts(String left, String right) {
    boolean number = isNumber(left);
    if (number && isNumber(right)) {
      return new BigInteger(left).compareTo(new BigInteger(right));
    }
    if (number != isNumber(right)) {
      return number ? -1 : 1;
    }
    return left.compareTo(right);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> isDigit((char) c));
  }

  private static boolean isWord(String text) {
    return !text.isEmpty()
        && text.chars()
            .allMatch(
                c ->
                    isDigit((char) c)
                        || (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || c == '-');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
