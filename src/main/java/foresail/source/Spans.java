package foresail.source;

/** Finds lines and columns of offsets in a text. */
final class Spans {
  private Spans() {}

  /** The character at an offset; empty at the end of the text or of a line. */
  static Span at(SourceFile file, int offset) {
    String text = file.text();
    boolean visible =
        offset < text.length() && text.charAt(offset) != '\n' && text.charAt(offset) != '\r';
    int end = visible ? text.offsetByCodePoints(offset, 1) : offset;
    return between(file, offset, end);
  }

  /**
   * A piece of the text.
   *
   * @param from offset of its first character
   * @param to offset of the first character behind it
   */
  static Span between(SourceFile file, int from, int to) {
    return new Span(
        file, file.lineOf(from), file.columnOf(from), file.lineOf(to), file.columnOf(to));
  }

  /** From an offset to the end of its line, without blanks there. */
  static Span rest(SourceFile file, int offset) {
    String text = file.text();
    int end = offset;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    while (end > offset && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return end == offset ? at(file, offset) : between(file, offset, end);
  }
}
