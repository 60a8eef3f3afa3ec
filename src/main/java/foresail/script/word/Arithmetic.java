package foresail.script.word;

import java.util.Optional;

/** Evaluates {@code $((...))} after its expansion: 64-bit integers as in C. */
public final class Arithmetic {
  private static final int DEEPEST = 60;

  private final String text;
  private final Scope scope;
  private final int nesting;
  private int at;
  private int depth;

  /** Above 0 where C would not evaluate: no assignment happens and no division fails. */
  private int skipped;

  private Arithmetic(String text, Scope scope, int nesting) {
    this.text = text;
    this.scope = scope;
    this.nesting = nesting;
  }

  /**
   * The value of an expression; an empty one is 0.
   *
   * @throws ExpansionFailure where it cannot be read or divides by zero
   */
  public static long evaluate(String text, Scope scope) {
    return evaluate(text, scope, 0);
  }

  private static long evaluate(String text, Scope scope, int nesting) {
    if (nesting > DEEPEST) {
      throw ExpansionFailure.of("expression recursion level exceeded");
    }
    var reader = new Arithmetic(text, scope, nesting);
    reader.blanks();
    if (reader.at == text.length()) {
      return 0;
    }
    long value = reader.comma();
    if (reader.at < text.length()) {
      throw reader.failure();
    }
    return value;
  }

  private ExpansionFailure failure() {
    return ExpansionFailure.of("arithmetic syntax error: " + text.strip());
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean skip(String token) {
    if (text.startsWith(token, at)) {
      at += token.length();
      blanks();
      return true;
    }
    return false;
  }

  private long comma() {
    long value = assignment();
    while (skip(",")) {
      value = assignment();
    }
    return value;
  }

  private long assignment() {
    if (++depth > DEEPEST * 4) {
      throw failure();
    }
    int start = at;
    var target = variable();
    if (target.isPresent()) {
      for (var operator : ArithmeticOperators.ASSIGNMENTS) {
        if (text.startsWith(operator, at) && !text.startsWith("==", at)) {
          skip(operator);
          long right = assignment();
          long value =
              operator.equals("=")
                  ? right
                  : apply(operator.substring(0, operator.length() - 1), value(target.get()), right);
          set(target.get(), value);
          depth--;
          return value;
        }
      }
    }
    at = start;
    long value = ternary();
    depth--;
    return value;
  }

  private long ternary() {
    long condition = binary(0);
    if (!skip("?")) {
      return condition;
    }
    skipped += condition == 0 ? 1 : 0;
    long yes = comma();
    skipped -= condition == 0 ? 1 : 0;
    if (!skip(":")) {
      throw failure();
    }
    skipped += condition != 0 ? 1 : 0;
    long no = assignment();
    skipped -= condition != 0 ? 1 : 0;
    return condition != 0 ? yes : no;
  }

  private long binary(int level) {
    if (level == ArithmeticOperators.LEVELS.length) {
      return unary();
    }
    long left = binary(level + 1);
    while (true) {
      var operator = operator(ArithmeticOperators.LEVELS[level]);
      if (operator.isEmpty()) {
        return left;
      }
      skip(operator.get());
      boolean decided =
          (operator.get().equals("||") && left != 0) || (operator.get().equals("&&") && left == 0);
      skipped += decided ? 1 : 0;
      long right = binary(level + 1);
      skipped -= decided ? 1 : 0;
      left = apply(operator.get(), left, right);
    }
  }

  private Optional<String> operator(String[] candidates) {
    for (var candidate : candidates) {
      if (text.startsWith(candidate, at)
          && !ArithmeticOperators.isPartOfLonger(candidate, text, at)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private long apply(String operator, long left, long right) {
    if (right == 0 && (operator.equals("/") || operator.equals("%"))) {
      if (skipped > 0) {
        return 0;
      }
      throw ExpansionFailure.of("divide by zero");
    }
    return ArithmeticOperators.apply(operator, left, right);
  }

  private long unary() {
    if (++depth > DEEPEST * 4) {
      throw failure();
    }
    long value = unaryOperand();
    depth--;
    return value;
  }

  private long unaryOperand() {
    if (text.startsWith("++", at) || text.startsWith("--", at)) {
      int start = at;
      int step = text.charAt(at) == '+' ? 1 : -1;
      at += 2;
      blanks();
      var target = variable();
      if (target.isPresent()) {
        long value = value(target.get()) + step;
        set(target.get(), value);
        return value;
      }
      at = start;
    }
    if (skip("!")) {
      return unary() == 0 ? 1 : 0;
    }
    if (skip("~")) {
      return ~unary();
    }
    if (skip("-")) {
      return -unary();
    }
    if (skip("+")) {
      return unary();
    }
    return power();
  }

  private long power() {
    long base = primary();
    if (!text.startsWith("**", at)) {
      return base;
    }
    skip("**");
    long exponent = unary();
    if (exponent < 0) {
      throw ExpansionFailure.of("exponent less than 0");
    }
    return ArithmeticOperators.power(base, exponent);
  }

  private long primary() {
    if (skip("(")) {
      long value = comma();
      if (!skip(")")) {
        throw failure();
      }
      return value;
    }
    if (at < text.length() && Character.isDigit(text.charAt(at))) {
      return number();
    }
    var name = variable().orElseThrow(this::failure);
    if (text.startsWith("++", at) || text.startsWith("--", at)) {
      int step = text.charAt(at) == '+' ? 1 : -1;
      at += 2;
      blanks();
      long value = value(name);
      set(name, value + step);
      return value;
    }
    return value(name);
  }

  private long number() {
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '#')) {
      at++;
    }
    var digits = text.substring(start, at);
    blanks();
    return ArithmeticNumber.parse(digits).orElseThrow(this::failure);
  }

  /** A variable's name, an array element's as {@code name[index]}. */
  private Optional<String> variable() {
    int start = at;
    while (at < text.length() && (isNamePart(text.charAt(at), at > start))) {
      at++;
    }
    if (at == start) {
      return Optional.empty();
    }
    var name = text.substring(start, at);
    if (at < text.length() && text.charAt(at) == '[') {
      int close = text.indexOf(']', at);
      if (close > 0) {
        long index = evaluate(text.substring(at + 1, close), scope, nesting + 1);
        at = close + 1;
        name = name + "[" + index + "]";
      }
    }
    blanks();
    return Optional.of(name);
  }

  private static boolean isNamePart(char c, boolean notFirst) {
    return c == '_'
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (notFirst && c >= '0' && c <= '9');
  }

  private long value(String name) {
    var value = element(name).strip();
    if (value.isEmpty()) {
      return 0;
    }
    // A value may itself be an expression, as in bash.
    return evaluate(value, scope, nesting + 1);
  }

  private String element(String name) {
    int bracket = name.indexOf('[');
    if (bracket < 0) {
      var value = scope.get(name);
      if (value.isEmpty() && scope.rejectsUnset() && skipped == 0) {
        throw ExpansionFailure.unset(name);
      }
      return value.orElse("");
    }
    int index = (int) Long.parseLong(name.substring(bracket + 1, name.length() - 1));
    return scope
        .array(name.substring(0, bracket))
        .map(elements -> elements.getOrDefault(index, ""))
        .orElse("");
  }

  private void set(String name, long value) {
    if (skipped == 0) {
      scope.set(name, Long.toString(value));
    }
  }
}
