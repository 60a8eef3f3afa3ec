package foresail.script.command;

import foresail.script.word.Regex;
import java.util.List;
import java.util.Optional;

/** expr: arithmetic and comparison of operands. */
final class Expr {
  private static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message, null, false, false);
    }
  }

  private final List<String> words;
  private int at;

  private Expr(List<String> words) {
    this.words = words;
  }

  static Outcome run(Invocation call) {
    try {
      var expression = new Expr(call.arguments());
      var value = expression.or();
      if (expression.at < expression.words.size()) {
        return call.fail("syntax error", 2);
      }
      call.out(value + "\n");
      return Outcome.done(isTrue(value) ? 0 : 1);
    } catch (Wrong wrong) {
      return call.fail(wrong.getMessage(), 2);
    }
  }

  private static boolean isTrue(String value) {
    return !value.isEmpty() && !value.matches("-?0+");
  }

  private Optional<String> take(String... operators) {
    if (at < words.size()) {
      for (var operator : operators) {
        if (words.get(at).equals(operator)) {
          at++;
          return Optional.of(operator);
        }
      }
    }
    return Optional.empty();
  }

  private String or() {
    var left = and();
    while (take("|").isPresent()) {
      var right = and();
      left = isTrue(left) ? left : isTrue(right) ? right : "0";
    }
    return left;
  }

  private String and() {
    var left = comparison();
    while (take("&").isPresent()) {
      var right = comparison();
      left = isTrue(left) && isTrue(right) ? left : "0";
    }
    return left;
  }

  private String comparison() {
    var left = sum();
    for (var operator = take("=", "==", "!=", "<", "<=", ">", ">=");
        operator.isPresent();
        operator = take("=", "==", "!=", "<", "<=", ">", ">=")) {
      var right = sum();
      boolean numbers = isNumber(left) && isNumber(right);
      int order = numbers ? Long.compare(number(left), number(right)) : left.compareTo(right);
      boolean holds =
          switch (operator.get()) {
            case "=", "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
          };
      left = holds ? "1" : "0";
    }
    return left;
  }

  private String sum() {
    var left = product();
    for (var operator = take("+", "-"); operator.isPresent(); operator = take("+", "-")) {
      long right = number(product());
      left =
          Long.toString(operator.get().equals("+") ? number(left) + right : number(left) - right);
    }
    return left;
  }

  private String product() {
    var left = match();
    for (var operator = take("*", "/", "%"); operator.isPresent(); operator = take("*", "/", "%")) {
      long right = number(match());
      if (right == 0 && !operator.get().equals("*")) {
        throw new Wrong("division by zero");
      }
      left =
          Long.toString(
              switch (operator.get()) {
                case "*" -> number(left) * right;
                case "/" -> number(left) / right;
                default -> number(left) % right;
              });
    }
    return left;
  }

  private String match() {
    var left = primary();
    while (take(":").isPresent()) {
      left = matched(left, primary());
    }
    return left;
  }

  private static String matched(String text, String expression) {
    var regex =
        Regex.of("^" + expression, false, false).orElseThrow(() -> new Wrong("bad expression"));
    var match = regex.match(text, 0);
    if (expression.contains("\\(")) {
      return match.map(found -> found.group(1)).orElse("");
    }
    return Integer.toString(match.map(found -> found.end()).orElse(0));
  }

  private String primary() {
    if (at >= words.size()) {
      throw new Wrong("syntax error");
    }
    if (take("(").isPresent()) {
      var value = or();
      if (take(")").isEmpty()) {
        throw new Wrong("syntax error");
      }
      return value;
    }
    if (words.size() - at > 1 && take("length").isPresent()) {
      return Integer.toString(primary().length());
    }
    return words.get(at++);
  }

  private static boolean isNumber(String text) {
    return text.matches("-?[0-9]{1,18}");
  }

  private static long number(String text) {
    if (!isNumber(text)) {
      throw new Wrong("non-numeric argument");
    }
    return Long.parseLong(text);
  }
}
