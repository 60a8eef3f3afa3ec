package foresail.source;

import java.util.Optional;

/** Where a word of a script stands in its file. */
public final class ScriptPlace {
  private ScriptPlace() {}

  /**
   * The word's text, else its line, else the line where the script begins.
   *
   * @param scalar that holds the script
   * @param script its text as it runs
   * @param offset of the command, in the script
   * @param word to look for from there on
   */
  public static Span of(ScalarNode scalar, String script, int offset, String word) {
    Span whole = scalar.span();
    if (scalar.style() == ScalarStyle.LITERAL) {
      int breaks = (int) script.chars().limit(offset).filter(c -> c == '\n').count();
      int number = whole.line() + 1 + breaks;
      return inLine(whole, number, 1, word).orElseGet(() -> text(whole, number));
    }
    for (int number = whole.line(); number <= whole.endLine(); number++) {
      int from = number == whole.line() ? whole.column() : 1;
      Optional<Span> found = inLine(whole, number, from, word);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return scalar.style() == ScalarStyle.FOLDED ? text(whole, whole.line()) : whole;
  }

  /** The first place where a word stands in a script's text; empty where it is put together. */
  public static Optional<Span> anywhere(ScalarNode scalar, String word) {
    Span whole = scalar.span();
    for (int number = whole.line(); number <= whole.endLine(); number++) {
      Optional<Span> found =
          inLine(whole, number, number == whole.line() ? whole.column() : 1, word);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Span> inLine(Span whole, int number, int column, String word) {
    String line = whole.file().line(number);
    if (word.isEmpty() || column > line.length()) {
      return Optional.empty();
    }
    int from = line.indexOf(word, line.offsetByCodePoints(0, column - 1));
    while (from >= 0 && isPartOfWord(line, from, from + word.length())) {
      from = line.indexOf(word, from + 1);
    }
    if (from < 0) {
      return Optional.empty();
    }
    int start = line.codePointCount(0, from) + 1;
    int end = start + word.codePointCount(0, word.length());
    return Optional.of(new Span(whole.file(), number, start, number, end));
  }

  private static boolean isPartOfWord(String line, int from, int to) {
    return (from > 0 && isNameCharacter(line.charAt(from - 1)))
        || (to < line.length() && isNameCharacter(line.charAt(to)));
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  /** What a line says, without the blanks around it. */
  private static Span text(Span whole, int number) {
    String line = whole.file().line(number);
    int blanks = line.length() - line.stripLeading().length();
    int end = line.stripTrailing().length();
    return new Span(whole.file(), number, blanks + 1, number, Math.max(end, blanks) + 1);
  }
}
