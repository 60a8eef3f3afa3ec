package foresail.notation;

import java.util.Optional;

/**
 * Whether a text is a quantity such as {@code 500m} or {@code 1Gi}: an optional sign, digits with
 * an optional dot, and a suffix (apimachinery/pkg/api/resource, quantity.go and suffix.go, v1.36).
 */
public final class QuantitySyntax {
  private static final String FORMAT =
      "quantities must match the regular expression"
          + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
  private static final String SUFFIX = "unable to parse quantity's suffix";

  private QuantitySyntax() {}

  /** The server's words where the text is no quantity; blanks around it do no harm. */
  public static Optional<String> problem(String text) {
    String word = text.strip();
    if (word.isEmpty()) {
      return Optional.of(FORMAT);
    }
    int at = word.charAt(0) == '-' || word.charAt(0) == '+' ? 1 : 0;
    at = digits(word, at);
    if (at < word.length() && word.charAt(at) == '.') {
      at = digits(word, at + 1);
    }
    int suffix = at;
    while (at < word.length() && "eEinumkKMGTP".indexOf(word.charAt(at)) >= 0) {
      at++;
    }
    if (at < word.length() && (word.charAt(at) == '-' || word.charAt(at) == '+')) {
      at++;
    }
    if (digits(word, at) < word.length()) {
      return Optional.of(FORMAT);
    }
    return isSuffix(word.substring(suffix)) ? Optional.empty() : Optional.of(SUFFIX);
  }

  private static int digits(String word, int from) {
    int at = from;
    while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static boolean isSuffix(String suffix) {
    return switch (suffix) {
      case "", "n", "u", "m", "k", "M", "G", "T", "P", "E" -> true;
      case "Ki", "Mi", "Gi", "Ti", "Pi", "Ei" -> true;
      default -> isExponent(suffix);
    };
  }

  /** {@code e} or {@code E}, an optional sign, and at least one digit; it must fit 64 bits. */
  private static boolean isExponent(String suffix) {
    if (suffix.charAt(0) != 'e' && suffix.charAt(0) != 'E') {
      return false;
    }
    boolean signed = suffix.length() > 1 && (suffix.charAt(1) == '-' || suffix.charAt(1) == '+');
    int from = signed ? 2 : 1;
    int digits = suffix.length() - from;
    return digits > 0 && digits < 19 && digits(suffix, from) == suffix.length();
  }
}
