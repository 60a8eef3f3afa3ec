package foresail.source;

import java.math.BigInteger;
import java.util.Optional;

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
      return GoNumber.isFloat(written) ? floating(written, written) : string(written);
    }
    for (int i = 0; i < written.length(); i++) {
      if (written.charAt(i) == '_' && !(isDigit(written, i - 1) && isDigit(written, i + 1))) {
        return string(written);
      }
    }
    String digits = written.replace("_", "");
    return GoNumber.isFloat(digits) ? floating(digits, written) : string(written);
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
    Optional<BigInteger> integer = GoNumber.integer(plain);
    if (integer.isPresent()) {
      return new PlainScalar(integer.get().toString(), ScalarType.INTEGER, false);
    }
    return GoNumber.isFloat(plain) ? floating(plain, written) : string(written);
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
