package foresail.source;

/**
 * A piece of a file's text.
 *
 * @param line 1-based
 * @param column 1-based, counts code points
 * @param endLine 1-based line of the first place behind the text
 * @param endColumn 1-based column of the first place behind the text
 */
public record Span(SourceFile file, int line, int column, int endLine, int endColumn) {
  /** The text itself, as it is written. */
  public String text() {
    return file.text().substring(file.offset(line, column), file.offset(endLine, endColumn));
  }

  /** From the start of this span to the end of a later one of the same file. */
  public Span to(Span later) {
    return new Span(file, line, column, later.endLine, later.endColumn);
  }

  /** {@code path:line:column}, as editors and terminals link it. */
  @Override
  public String toString() {
    return file.path() + ":" + line + ":" + column;
  }
}
