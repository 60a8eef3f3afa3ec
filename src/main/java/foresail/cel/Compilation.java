package foresail.cel;

import java.util.Optional;

/**
 * What came of an expression's text.
 *
 * @param expression present unless the server refuses the text
 * @param refusal the server's words, of several lines where the place is shown; empty unless
 *     refused
 */
public record Compilation(Optional<Expression> expression, String refusal) {
  static Compilation of(Expression expression) {
    return new Compilation(Optional.of(expression), "");
  }

  static Compilation refused(String refusal) {
    return new Compilation(Optional.empty(), refusal);
  }

  public boolean isRefused() {
    return expression.isEmpty();
  }
}
