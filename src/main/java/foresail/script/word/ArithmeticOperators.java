package foresail.script.word;

/** The operators of arithmetic: how they are written, what binds tighter, and what they do. */
final class ArithmeticOperators {
  /** Longest first. */
  static final String[] ASSIGNMENTS = {
    "<<=", ">>=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "="
  };

  /** Binary operators by rising precedence. */
  static final String[][] LEVELS = {
    {"||"},
    {"&&"},
    {"|"},
    {"^"},
    {"&"},
    {"==", "!="},
    {"<=", ">=", "<", ">"},
    {"<<", ">>"},
    {"+", "-"},
    {"*", "/", "%"}
  };

  private ArithmeticOperators() {}

  /** {@code |} is not the start of {@code ||}, {@code <} not of {@code <<}, {@code +} not of +=. */
  static boolean isPartOfLonger(String operator, String text, int at) {
    int next = at + operator.length();
    if (next >= text.length()) {
      return false;
    }
    char behind = text.charAt(next);
    return switch (operator) {
      case "|", "&" -> behind == operator.charAt(0) || behind == '=';
      case "<", ">" -> behind == operator.charAt(0);
      case "+", "-", "*", "/", "%", "^", "<<", ">>" -> behind == '=';
      default -> false;
    };
  }

  /** The result of a binary operator; a divisor is not 0. */
  static long apply(String operator, long left, long right) {
    return switch (operator) {
      case "||" -> left != 0 || right != 0 ? 1 : 0;
      case "&&" -> left != 0 && right != 0 ? 1 : 0;
      case "|" -> left | right;
      case "^" -> left ^ right;
      case "&" -> left & right;
      case "==" -> left == right ? 1 : 0;
      case "!=" -> left != right ? 1 : 0;
      case "<=" -> left <= right ? 1 : 0;
      case ">=" -> left >= right ? 1 : 0;
      case "<" -> left < right ? 1 : 0;
      case ">" -> left > right ? 1 : 0;
      case "<<" -> left << right;
      case ">>" -> left >> right;
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> left / right;
      case "%" -> left % right;
      default -> throw new AssertionError(operator);
    };
  }

  /**
   * What {@code **} gives.
   *
   * @param exponent 0 or more
   */
  static long power(long base, long exponent) {
    long result = 1;
    for (long factor = base, rest = exponent; rest > 0; rest >>= 1, factor *= factor) {
      result *= (rest & 1) == 1 ? factor : 1;
    }
    return result;
  }
}
