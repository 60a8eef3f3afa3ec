package foresail.source;

/** Unquoted and quoted values that go on over several lines. */
final class MultilineScalars {
  private final Cursor cursor;
  private final char[] text;
  private final CommonScalars scalars;
  private final CommentFinder comments;

  MultilineScalars(Cursor cursor, CommonScalars scalars, CommentFinder comments) {
    this.cursor = cursor;
    this.text = cursor.text;
    this.scalars = scalars;
    this.comments = comments;
  }

  /**
   * An unquoted value whose first line was read; the cursor stands at the text of the next line,
   * and moves to that of the first line behind the value.
   *
   * @param commented whether a comment ended the first line, so that nothing may follow
   * @param parent indentation of what the value belongs to
   */
  ScalarNode plain(ScalarNode first, boolean commented, int parent) {
    StringBuilder value = new StringBuilder(first.written());
    Span last = first.span();
    boolean ended = commented;
    while (cursor.indent > parent) {
      if (ended || cursor.skippedComment) {
        throw Unusual.TEXT;
      }
      int breaks = cursor.skippedLines + 1;
      int from = cursor.at;
      int to = scalars.scanPlain();
      if (to == from || cursor.peek() == ':') {
        throw Unusual.TEXT;
      }
      Folding.append(value, breaks, true);
      value.append(text, from, to - from);
      last = cursor.span(from, to);
      cursor.at = to;
      ended = cursor.finishLine();
      cursor.advance();
    }
    return CommonScalars.plain(value.toString(), first.span().to(last));
  }

  /**
   * A quoted value; the cursor moves from its opening quote behind its closing one.
   *
   * @param parent indentation of what the value belongs to
   */
  ScalarNode quoted(int parent) {
    int from = cursor.at;
    char quote = text[from];
    Span start = cursor.span(from, from);
    StringBuilder value = new StringBuilder();
    cursor.at++;
    int blanks = 0;
    while (cursor.at < cursor.end) {
      char c = text[cursor.at];
      if (c == ' ') {
        blanks++;
        cursor.at++;
        continue;
      }
      if (c == '\n') {
        blanks = 0;
        Folding.append(value, breaks(parent), true);
        continue;
      }
      value.append(" ".repeat(blanks));
      blanks = 0;
      if (c == quote && (quote == '"' || cursor.peekSecond() != '\'')) {
        cursor.at++;
        comments.skip(from, cursor.at);
        ScalarStyle style = quote == '"' ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.SINGLE_QUOTED;
        Span end = cursor.span(cursor.at, cursor.at);
        return ScalarNode.string(value.toString(), style, start.to(end));
      }
      character(c, quote, value, parent);
    }
    throw Unusual.TEXT;
  }

  private void character(char c, char quote, StringBuilder value, int parent) {
    if (c == '\t') {
      throw Unusual.TEXT;
    }
    if (c == '\\' && quote == '"') {
      cursor.at++;
      if (cursor.atEnd()) {
        throw Unusual.TEXT;
      }
      if (cursor.peek() != '\n') {
        value.append(CommonScalars.escaped(cursor.peek()));
        cursor.at++;
      } else if (breaks(parent) != 1) {
        throw Unusual.TEXT;
      }
      return;
    }
    value.append(c);
    cursor.at += c == '\'' && quote == '\'' ? 2 : 1;
  }

  /** Moves over line breaks and the indentation behind them, and counts the breaks. */
  private int breaks(int parent) {
    int breaks = 0;
    do {
      cursor.nextLine();
      cursor.skipBlanks();
      breaks++;
    } while (!cursor.atEnd() && cursor.peek() == '\n');
    if (cursor.at - cursor.lineStart <= parent || cursor.peek() == '\t') {
      throw Unusual.TEXT;
    }
    return breaks;
  }
}
