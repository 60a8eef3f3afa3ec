package foresail.source;

/** Reads mappings and lists in brackets, on one line or several. */
final class CommonFlow {
  private final Cursor cursor;
  private final CommonScalars scalars;
  private final TreeBuilder builder;

  CommonFlow(Cursor cursor, CommonScalars scalars, TreeBuilder builder) {
    this.cursor = cursor;
    this.scalars = scalars;
    this.builder = builder;
  }

  /** Reads what begins with the bracket at the cursor, and moves behind its end. */
  void read() {
    boolean mapping = cursor.peek() == '{';
    int column = cursor.column(cursor.at);
    if (mapping) {
      builder.beginMapping(cursor.line, column, null);
    } else {
      builder.beginSequence(cursor.line, column, null);
    }
    char closing = mapping ? '}' : ']';
    cursor.at++;
    skipSpace();
    while (cursor.peek() != closing) {
      if (mapping) {
        key();
      }
      value();
      skipSpace();
      if (cursor.peek() == ',') {
        cursor.at++;
        skipSpace();
      } else if (cursor.peek() != closing) {
        throw Unusual.TEXT;
      }
    }
    cursor.at++;
    builder.end(cursor.line, cursor.column(cursor.at));
  }

  private void key() {
    boolean quoted = isQuote();
    if (quoted) {
      builder.scalar(scalars.quoted(), null);
    } else if (scalars.startsPlain()) {
      int from = cursor.at;
      int to = scalars.scanFlowPlain();
      builder.scalar(scalars.plainKey(from, to), null);
    } else {
      throw Unusual.TEXT;
    }
    cursor.skipBlanks();
    if (cursor.peek() != ':') {
      throw Unusual.TEXT;
    }
    cursor.at++;
    if (!quoted && cursor.peek() != ' ' && cursor.peek() != '\n') {
      throw Unusual.TEXT;
    }
    skipSpace();
  }

  private boolean isQuote() {
    return cursor.peek() == '"' || cursor.peek() == '\'';
  }

  private void value() {
    char c = cursor.peek();
    if (c == '[' || c == '{') {
      read();
    } else if (isQuote()) {
      builder.scalar(scalars.quoted(), null);
    } else if (scalars.startsPlain()) {
      int from = cursor.at;
      int to = scalars.scanFlowPlain();
      builder.scalar(scalars.plain(from, to), null);
      if (cursor.peek() == '\n' && !cursor.atEnd()) {
        endOfPlain();
      }
    } else {
      throw Unusual.TEXT;
    }
  }

  /** An unquoted value goes on in the next line unless that begins with a comma or bracket. */
  private void endOfPlain() {
    skipSpace();
    char c = cursor.peek();
    if (c != ',' && c != ']' && c != '}') {
      throw Unusual.TEXT;
    }
  }

  /** Moves over blanks, line breaks and comments. */
  private void skipSpace() {
    while (true) {
      int from = cursor.at;
      cursor.skipBlanks();
      if (cursor.atEnd()) {
        throw Unusual.TEXT;
      }
      char c = cursor.peek();
      if (c == '#') {
        if (cursor.at == from && cursor.at > cursor.lineStart) {
          throw Unusual.TEXT;
        }
        cursor.skipToLineEnd();
      } else if (c == '\n') {
        cursor.nextLine();
      } else {
        if (cursor.at == cursor.lineStart) {
          throw Unusual.TEXT;
        }
        return;
      }
    }
  }
}
