package foresail.source;

import java.math.BigInteger;

/**
 * What an unquoted text is in YAML 1.1 as the API server reads it, without regular expressions.
 *
 * <p>The rules are those of {@code resolve} in go.yaml.in/yaml/v2 2.4.3 (resolve.go), which
 * sigs.k8s.io/yaml 1.6.0 uses: no sexagesimal numbers, timestamps stay strings, and numbers are
 * what Go's strconv takes for numbers.
 *
 * @param text the value as JSON text without quotes
 * @param infinite whether it is a number that JSON cannot hold: an infinity, or not a number
 */
record PlainScalar(String text, ScalarType type, boolean infinite) {
  private static final PlainScalar TRUE = new PlainScalar("true", ScalarType.BOOLEAN, false);
  private static final PlainScalar FALSE = new PlainScalar("false", ScalarType.BOOLEAN, false);
  private static final PlainScalar NULL = new PlainScalar("null", ScalarType.NULL, false);
  private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MAX_UNSIGNED =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  /** No integer of 64 bits has more digits in any base; BigInteger is slow at long ones. */
  private static final int LONGEST_INTEGER = 64;

  /**
   * Whether the text is a string for certain, which most are. Where this says no, {@link #resolve}
   * decides.
   */
  static boolean isCertainlyString(String written) {
    if (written.isEmpty()) {
      return false;
    }
    char first = written.charAt(0);
    if (first >= 'a' && first <= 'z' || first >= 'A' && first <= 'Z') {
      return written.length() > 5 || !startsWord(first);
    }
    return !(first >= '0' && first <= '9'
        || first == '-'
        || first == '+'
        || first == '.'
        || first == '~');
  }

  private static boolean startsWord(char first) {
    return switch (first) {
      case 'y', 'Y', 'n', 'N', 't', 'T', 'f', 'F', 'o', 'O' -> true;
      default -> false;
    };
  }

  /** Resolves an unquoted text. */
  static PlainScalar resolve(String written) {
    if (isCertainlyString(written)) {
      return string(written);
    }
    switch (written) {
      case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON":
        return TRUE;
      case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF":
        return FALSE;
      case "", "~", "null", "Null", "NULL":
        return NULL;
      case ".nan", ".NaN", ".NAN":
        return new PlainScalar(".nan", ScalarType.FLOAT, true);
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF":
        return new PlainScalar(".inf", ScalarType.FLOAT, true);
      case "-.inf", "-.Inf", "-.INF":
        return new PlainScalar("-.inf", ScalarType.FLOAT, true);
      default:
        break;
    }
    char first = written.charAt(0);
    if (first == '.') {
      return pointFirst(written);
    }
    if (first >= '0' && first <= '9' || first == '-' || first == '+') {
      return number(written);
    }
    return string(written);
  }

  private static PlainScalar string(String written) {
    return new PlainScalar(written, ScalarType.STRING, false);
  }

  /** Go's ParseFloat takes underscores between digits here, though elsewhere they are dropped. */
  private static PlainScalar pointFirst(String written) {
    if (written.indexOf('_') < 0) {
      return isFloat(written) ? floating(written, written) : string(written);
    }
    for (int i = 0; i < written.length(); i++) {
      if (written.charAt(i) == '_' && !(isDigit(written, i - 1) && isDigit(written, i + 1))) {
        return string(written);
      }
    }
    String digits = written.replace("_", "");
    return isFloat(digits) ? floating(digits, written) : string(written);
  }

  private static PlainScalar number(String written) {
    int length = written.length();
    boolean decimal = length <= 18 && written.charAt(0) != '0';
    for (int i = 0; decimal && i < length; i++) {
      decimal = isDigit(written, i);
    }
    if (decimal || written.equals("0")) {
      return new PlainScalar(written, ScalarType.INTEGER, false);
    }
    String plain = written.indexOf('_') < 0 ? written : written.replace("_", "");
    BigInteger integer = integer(plain);
    if (integer != null) {
      return new PlainScalar(integer.toString(), ScalarType.INTEGER, false);
    }
    return isFloat(plain) ? floating(plain, written) : string(written);
  }

  /** As ParseInt and ParseUint of base 0 read it; null where neither does. */
  private static BigInteger integer(String plain) {
    int at = 0;
    boolean signed = false;
    boolean negative = false;
    if (!plain.isEmpty() && (plain.charAt(0) == '-' || plain.charAt(0) == '+')) {
      signed = true;
      negative = plain.charAt(0) == '-';
      at = 1;
    }
    int base = 10;
    if (at < plain.length() && plain.charAt(at) == '0' && plain.length() > at + 1) {
      char mark = plain.charAt(at + 1);
      if (mark == 'x' || mark == 'X') {
        base = 16;
        at += 2;
      } else if (mark == 'b' || mark == 'B') {
        base = 2;
        at += 2;
        boolean second =
            at < plain.length() && (plain.charAt(at) == '-' || plain.charAt(at) == '+');
        if (second && !signed && mark == 'b') {
          // A second try of go-yaml reads what follows 0b with a sign of its own.
          signed = true;
          negative = plain.charAt(at) == '-';
          at++;
        }
      } else if (mark == 'o' || mark == 'O') {
        base = 8;
        at += 2;
      } else {
        base = 8;
        at += 1;
      }
    }
    if (at >= plain.length() || !allDigits(plain, at, base)) {
      return null;
    }
    while (at < plain.length() - 1 && plain.charAt(at) == '0') {
      at++;
    }
    if (plain.length() - at > LONGEST_INTEGER) {
      return null;
    }
    BigInteger magnitude = new BigInteger(plain.substring(at), base);
    BigInteger value = negative ? magnitude.negate() : magnitude;
    if (negative
        ? magnitude.compareTo(MAX_LONG.add(BigInteger.ONE)) > 0
        : signed && magnitude.compareTo(MAX_LONG) > 0) {
      return null;
    }
    return magnitude.compareTo(MAX_UNSIGNED) > 0 ? null : value;
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
    int at = 0;
    int length = text.length();
    if (at < length && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    int whole = at;
    while (isDigit(text, at)) {
      at++;
    }
    boolean hasWhole = at > whole;
    if (at < length && text.charAt(at) == '.') {
      at++;
      int fraction = at;
      while (isDigit(text, at)) {
        at++;
      }
      if (!hasWhole && at == fraction) {
        return false;
      }
    } else if (!hasWhole) {
      return false;
    }
    if (at < length && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < length && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
        at++;
      }
      int exponent = at;
      while (isDigit(text, at)) {
        at++;
      }
      if (at == exponent) {
        return false;
      }
    }
    return at == length;
  }

  /** A number beyond float64 is an error for Go's ParseFloat, so the text stays a string. */
  private static PlainScalar floating(String plain, String written) {
    double value = Double.parseDouble(plain);
    return Double.isInfinite(value)
        ? string(written)
        : new PlainScalar(GoFloat.json(value), ScalarType.FLOAT, false);
  }

  private static boolean isDigit(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
