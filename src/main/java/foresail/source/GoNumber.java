package foresail.source;

import java.math.BigInteger;
import java.util.Optional;

/** Numbers as Go's strconv reads them, once underscores are taken out. */
final class GoNumber {
  /** No integer of 64 bits has more digits in any base; BigInteger is slow at long ones. */
  private static final int LONGEST = 64;

  private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX_UNSIGNED =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private GoNumber() {}

  /** As ParseInt and else ParseUint read it, with base 0 and 64 bits; empty where neither does. */
  static Optional<BigInteger> integer(String plain) {
    boolean signed = isSign(plain, 0);
    boolean negative = signed && plain.charAt(0) == '-';
    int at = signed ? 1 : 0;
    int base = base(plain, at);
    at += prefixLength(plain, at, base);
    if (!signed && plain.startsWith("0b") && isSign(plain, at)) {
      // A second try of go-yaml reads what follows 0b with a sign of its own.
      signed = true;
      negative = plain.charAt(at) == '-';
      at++;
    }
    if (at >= plain.length() || !allDigits(plain, at, base)) {
      return Optional.empty();
    }
    while (at < plain.length() - 1 && plain.charAt(at) == '0') {
      at++;
    }
    if (plain.length() - at > LONGEST) {
      return Optional.empty();
    }
    BigInteger magnitude = new BigInteger(plain.substring(at), base);
    BigInteger value = negative ? magnitude.negate() : magnitude;
    boolean fits =
        value.compareTo(MIN_LONG) >= 0 && value.compareTo(signed ? MAX_LONG : MAX_UNSIGNED) <= 0;
    return fits ? Optional.of(value) : Optional.empty();
  }

  private static boolean isSign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+');
  }

  private static int base(String text, int at) {
    if (at + 1 >= text.length() || text.charAt(at) != '0') {
      return 10;
    }
    return switch (text.charAt(at + 1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  private static int prefixLength(String text, int at, int base) {
    if (base == 10) {
      return 0;
    }
    boolean letter = text.charAt(at + 1) > '9';
    boolean octal = text.charAt(at + 1) == 'o' || text.charAt(at + 1) == 'O';
    return letter && (base != 8 || octal) ? 2 : 1;
  }

  private static boolean allDigits(String text, int from, int base) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 'f' || Character.digit(c, base) < 0) {
        return false;
      }
    }
    return true;
  }

  /** {@code [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?}, the whole text. */
  static boolean isFloat(String text) {
    int whole = isSign(text, 0) ? 1 : 0;
    int at = behindDigits(text, whole);
    boolean hasWhole = at > whole;
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = at + 1;
      at = behindDigits(text, fraction);
      if (!hasWhole && at == fraction) {
        return false;
      }
    } else if (!hasWhole) {
      return false;
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int exponent = isSign(text, at + 1) ? at + 2 : at + 1;
      at = behindDigits(text, exponent);
      if (at == exponent) {
        return false;
      }
    }
    return at == text.length();
  }

  private static int behindDigits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
