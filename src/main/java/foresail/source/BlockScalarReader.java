package foresail.source;

/** Reads block scalars: scripts and files within a manifest. */
final class BlockScalarReader {
  private final Cursor cursor;
  private final char[] text;
  private final CommentFinder comments;

  /** Indentation of its text. */
  private int indent;

  private final StringBuilder value = new StringBuilder();

  /** Line breaks since the last line that is not empty. */
  private int breaks;

  /** The end of the last visible character. */
  private Span end;

  BlockScalarReader(Cursor cursor, CommentFinder comments) {
    this.cursor = cursor;
    this.text = cursor.text;
    this.comments = comments;
  }

  /**
   * A block from its indicator; the cursor moves to the start of the line behind it.
   *
   * @param parent indentation of what it belongs to
   */
  ScalarNode read(int parent) {
    boolean folded = cursor.peek() == '>';
    Span start = cursor.span(cursor.at, cursor.at);
    cursor.at++;
    char chomp = cursor.peek() == '-' || cursor.peek() == '+' ? text[cursor.at++] : ' ';
    cursor.finishLine();
    if (cursor.atEnd()) {
      throw Unusual.TEXT;
    }
    int body = cursor.at;
    cursor.nextLine();
    value.setLength(0);
    end = start;
    readLines(folded, parent);
    comments.skip(body, cursor.at);
    if (end == start) {
      throw Unusual.TEXT;
    }
    Folding.append(value, chomp == '+' ? breaks : chomp == '-' ? 0 : 1, false);
    return ScalarNode.string(
        value.toString(), folded ? ScalarStyle.FOLDED : ScalarStyle.LITERAL, start.to(end));
  }

  private void readLines(boolean folded, int parent) {
    indent = indentOfFirstLine(parent);
    breaks = 0;
    boolean foldable = false;
    while (cursor.at < cursor.end && moveToText()) {
      int from = cursor.at;
      cursor.skipToLineEnd();
      if (cursor.at > from) {
        boolean flush = text[from] != ' ' && text[from] != '\t';
        Folding.append(value, breaks, folded && foldable && flush);
        value.append(text, from, cursor.at - from);
        foldable = flush;
        breaks = 0;
        noteEnd(from);
      }
      // A text that ends without a line break is read as if it had one, as kubectl does.
      breaks++;
      if (cursor.atEnd()) {
        return;
      }
      cursor.nextLine();
    }
  }

  /** Moves over the indentation; false where the line stands too far left to belong here. */
  private boolean moveToText() {
    int start = cursor.at;
    while (cursor.at < cursor.end && cursor.at - start < indent && text[cursor.at] == ' ') {
      cursor.at++;
    }
    return cursor.atLineEnd() || cursor.at - start == indent;
  }

  private void noteEnd(int from) {
    int visible = cursor.at;
    while (visible > from && text[visible - 1] <= ' ') {
      visible--;
    }
    if (visible > from) {
      end = cursor.span(visible, visible);
    }
  }

  /** Moves over empty lines to the start of the first that is not, and tells its indentation. */
  private int indentOfFirstLine(int parent) {
    int longest = 0;
    while (cursor.at < cursor.end) {
      cursor.skipBlanks();
      int blanks = cursor.at - cursor.lineStart;
      if (!cursor.atLineEnd()) {
        if (blanks <= parent || longest > blanks || cursor.peek() == '\t') {
          throw Unusual.TEXT;
        }
        cursor.at = cursor.lineStart;
        return blanks;
      }
      longest = Math.max(longest, blanks);
      if (cursor.atEnd()) {
        break;
      }
      value.append('\n');
      cursor.nextLine();
    }
    throw Unusual.TEXT;
  }
}
