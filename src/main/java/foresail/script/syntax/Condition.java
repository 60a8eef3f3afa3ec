package foresail.script.syntax;

/** What stands between {@code [[} and {@code ]]}. */
public sealed interface Condition {
  record Not(Condition condition) implements Condition {}

  record And(Condition left, Condition right) implements Condition {}

  record Or(Condition left, Condition right) implements Condition {}

  /** {@code -f word}, {@code -z word}; a lone word is {@code -n word}. */
  record Unary(String operator, Word operand) implements Condition {}

  /** {@code left == pattern}, {@code left =~ regex}, {@code left -eq right} ... */
  record Binary(Word left, String operator, Word right) implements Condition {}
}
