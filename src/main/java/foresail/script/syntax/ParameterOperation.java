package foresail.script.syntax;

import java.util.Optional;

/** What is done to a parameter's value inside <code>${...}</code>. */
public sealed interface ParameterOperation {
  /** {@code $x}. */
  record Plain() implements ParameterOperation {}

  /** <code>${#x}</code>. */
  record Length() implements ParameterOperation {}

  /** <code>${!x}</code>: the value of the variable that x names. */
  record Indirect() implements ParameterOperation {}

  /** <code>${!x[@]}</code>: the indices of an array. */
  record Indices() implements ParameterOperation {}

  /**
   * <code>${x-w} ${x:-w} ${x=w} ${x+w} ${x?w}</code>.
   *
   * @param kind one of {@code - = + ?}
   * @param emptyToo with a colon: an empty value counts as unset
   */
  record Substitute(char kind, boolean emptyToo, Word word) implements ParameterOperation {}

  /** <code>${x#p} ${x##p} ${x%p} ${x%%p}</code>. */
  record Trim(boolean suffix, boolean longest, Word pattern) implements ParameterOperation {}

  /**
   * <code>${x/p/w} ${x//p/w} ${x/#p/w} ${x/%p/w}</code>.
   *
   * @param anchor {@code #} for the start, {@code %} for the end, a space for anywhere
   */
  record Replace(boolean all, char anchor, Word pattern, Word replacement)
      implements ParameterOperation {}

  /** <code>${x:offset:length}</code>, both arithmetic. */
  record Substring(Word offset, Optional<Word> length) implements ParameterOperation {}

  /** <code>${x^} ${x^^} ${x,} ${x,,}</code>. */
  record ChangeCase(boolean upper, boolean all) implements ParameterOperation {}
}
