package foresail.script.syntax;

import java.util.List;
import java.util.Optional;

/** A piece of a {@link Word}. */
public sealed interface WordPart {
  /** Unquoted text: tilde, globs and keywords count. */
  record Literal(String text) implements WordPart {}

  /** Text from single quotes, {@code $'...'} or behind a backslash: stands for itself. */
  record Quoted(String text) implements WordPart {}

  /** {@code "..."}: expansions inside are not split into fields. */
  record DoubleQuoted(List<WordPart> parts) implements WordPart {
    public DoubleQuoted {
      parts = List.copyOf(parts);
    }
  }

  /**
   * {@code $name}, {@code ${name...}}.
   *
   * @param name a variable, a position ({@code 1}), or one of {@code @*#?-$!}
   * @param index of an array element: {@code @}, {@code *} or an arithmetic expression
   */
  record Parameter(int at, String name, Optional<Word> index, ParameterOperation operation)
      implements WordPart {}

  /** {@code $(...)} or backticks. */
  record CommandSubstitution(int at, Program body) implements WordPart {}

  /** {@code $((...))}; the expression is expanded before it is read. */
  record ArithmeticExpansion(int at, Word expression) implements WordPart {}

  /** {@code <(...)} and {@code >(...)} of bash. */
  record ProcessSubstitution(int at, boolean reads, Program body) implements WordPart {}
}
