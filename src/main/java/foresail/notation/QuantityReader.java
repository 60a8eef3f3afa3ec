package foresail.notation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Reads the text of a quantity as {@code ParseQuantity} does (apimachinery/pkg/api/resource,
 * v1.36).
 */
final class QuantityReader {
  private static final String WRONG_FORMAT =
      "quantities must match the regular expression"
          + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
  private static final String WRONG_SUFFIX = "unable to parse quantity's suffix";
  private static final int NANO_SCALE = 9;
  private static final int MAX_LONG_DIGITS = 18;

  /** Beyond it a number is absurd, and arithmetic on all its digits would take minutes. */
  private static final int MAX_EXPONENT = 1000;

  private static final BigDecimal MAX_BINARY = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final Result ZERO = new Result(Optional.of(Quantity.ZERO), Optional.empty());

  /** Exactly one of both is there. */
  record Result(Optional<Quantity> quantity, Optional<String> problem) {
    static Result refused(String problem) {
      return new Result(Optional.empty(), Optional.of(problem));
    }
  }

  private final String text;
  private int at;

  private QuantityReader(String text) {
    this.text = text;
  }

  static Result read(String text) {
    return new QuantityReader(text.strip()).read();
  }

  private Result read() {
    if (text.isEmpty()) {
      return Result.refused(WRONG_FORMAT);
    }
    boolean negative = text.charAt(0) == '-';
    if (negative || text.charAt(0) == '+') {
      at++;
    }
    while (at < text.length() && text.charAt(at) == '0') {
      at++;
    }
    if (at == text.length()) {
      return ZERO; // also a sign alone, as in the server
    }
    String whole = digits();
    String fraction = "";
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      fraction = digits();
    }
    int suffixStart = at;
    while (at < text.length() && "eEinumkKMGTP".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    digits();
    if (at < text.length()) {
      return Result.refused(WRONG_FORMAT);
    }
    return withSuffix(number(negative, whole, fraction), text.substring(suffixStart));
  }

  private String digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return text.substring(start, at);
  }

  private static BigDecimal number(boolean negative, String whole, String fraction) {
    String digits = whole + fraction;
    if (digits.isEmpty()) {
      return BigDecimal.ZERO; // "." alone, or ".m"
    }
    BigDecimal size =
        digits.length() <= MAX_LONG_DIGITS
            ? BigDecimal.valueOf(Long.parseLong(digits), fraction.length())
            : new BigDecimal(new BigInteger(digits), fraction.length());
    return negative ? size.negate() : size;
  }

  private static Result withSuffix(BigDecimal number, String suffix) {
    int decimal = decimalExponent(suffix);
    if (decimal != NONE) {
      return decimal(number, decimal, Quantity.Form.DECIMAL);
    }
    int binary = binaryExponent(suffix);
    if (binary != NONE) {
      return binary(number, binary);
    }
    char first = suffix.charAt(0);
    if (suffix.length() == 1 || (first != 'e' && first != 'E')) {
      return Result.refused(WRONG_SUFFIX);
    }
    try {
      long exponent = Long.parseLong(suffix, 1, suffix.length(), 10);
      int bounded = (int) Math.max(-MAX_EXPONENT, Math.min(MAX_EXPONENT, exponent));
      return decimal(number, bounded, Quantity.Form.EXPONENT);
    } catch (NumberFormatException notDigits) {
      return Result.refused(WRONG_SUFFIX); // as in "1em" or "1Ei5"
    }
  }

  private static final int NONE = Integer.MIN_VALUE;

  private static int decimalExponent(String suffix) {
    return switch (suffix) {
      case "" -> 0;
      case "n" -> -9;
      case "u" -> -6;
      case "m" -> -3;
      case "k" -> 3;
      case "M" -> 6;
      case "G" -> 9;
      case "T" -> 12;
      case "P" -> 15;
      case "E" -> 18;
      default -> NONE;
    };
  }

  private static int binaryExponent(String suffix) {
    return switch (suffix) {
      case "Ki" -> 10;
      case "Mi" -> 20;
      case "Gi" -> 30;
      case "Ti" -> 40;
      case "Pi" -> 50;
      case "Ei" -> 60;
      default -> NONE;
    };
  }

  private static Result decimal(BigDecimal number, int exponent, Quantity.Form form) {
    return accepted(atLeastNano(number.scaleByPowerOfTen(exponent)), form);
  }

  private static Result binary(BigDecimal number, int exponent) {
    BigDecimal size = atLeastNano(number.multiply(BigDecimal.valueOf(1L << exponent)));
    if (size.abs().compareTo(MAX_BINARY) > 0) {
      size = size.signum() < 0 ? MAX_BINARY.negate() : MAX_BINARY;
    }
    boolean small = size.signum() > 0 && size.compareTo(BigDecimal.ONE) < 0;
    return accepted(size, small ? Quantity.Form.DECIMAL : Quantity.Form.BINARY);
  }

  private static BigDecimal atLeastNano(BigDecimal size) {
    return size.scale() > NANO_SCALE ? size.setScale(NANO_SCALE, RoundingMode.UP) : size;
  }

  private static Result accepted(BigDecimal size, Quantity.Form form) {
    return new Result(Optional.of(new Quantity(size, form)), Optional.empty());
  }
}
