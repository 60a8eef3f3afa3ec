package foresail.source;

import foresail.source.DocumentSplitter.Chunk;

/**
 * A place in the text of a document that moves forward, and knows its line and column. Line breaks
 * are single line feeds here, whatever they are in the file.
 */
final class Cursor {
  final SourceFile file;
  final char[] text;
  final int end;

  /** Offset in {@link #text} of the next character. */
  int at;

  /** Line of the next character, 1-based in the file. */
  int line;

  /** Offset of the first character of the line. */
  int lineStart;

  /** Indentation of the line that {@link #advance} found; below 0 at the end of the text. */
  int indent;

  /** How many lines {@link #advance} passed over, and whether a comment was among them. */
  int skippedLines;

  boolean skippedComment;

  /** Whether a {@code #} occurs anywhere. */
  boolean hasHash;

  /** Whether offsets in this text are not those of the file's text. */
  boolean droppedReturns;

  /** Whether characters occur that YAML forbids or takes for line breaks in some versions. */
  boolean hasOddities;

  /** Whether characters beyond 16 bits occur. */
  private boolean astral;

  /** The last place whose column was asked for, and how many characters of its line precede it. */
  private int counted = -1;

  private int countedPoints;

  Cursor(SourceFile file, Chunk chunk) {
    this.file = file;
    this.text = new char[chunk.to() - chunk.from()];
    file.text().getChars(chunk.from(), chunk.to(), text, 0);
    this.line = chunk.line();
    this.end = inspect();
  }

  /** Drops the carriage returns of line breaks, and returns the length that is left. */
  private int inspect() {
    int length = text.length;
    int to = 0;
    for (int i = 0; i < length; i++) {
      char c = text[i];
      if (c == '\r' && i + 1 < length && text[i + 1] == '\n') {
        droppedReturns = true;
        continue;
      }
      text[to++] = c;
      if (c == '#') {
        hasHash = true;
      } else if (c >= 0x7F || c < ' ' && c != '\n' && c != '\t') {
        if (Character.isHighSurrogate(c)
            && i + 1 < length
            && Character.isLowSurrogate(text[i + 1])) {
          astral = true;
          text[to++] = text[++i];
        } else {
          hasOddities |= isOdd(c);
        }
      }
    }
    return to;
  }

  /** Controls, separators of other sorts, and halves of characters. */
  private static boolean isOdd(char c) {
    return c < 0xA0
        || Character.isSurrogate(c)
        || c == '\u2028'
        || c == '\u2029'
        || c == '\uFEFF'
        || c > '\uFFFD';
  }

  boolean atEnd() {
    return at >= end;
  }

  /** The next character; a line break at the end of the text. */
  char peek() {
    return at < end ? text[at] : '\n';
  }

  /** The character behind the next one; a line break beyond the end. */
  char peekSecond() {
    return at + 1 < end ? text[at + 1] : '\n';
  }

  /** Whether the place is the end of a line or of the text. */
  boolean atLineEnd() {
    return at >= end || text[at] == '\n';
  }

  void skipBlanks() {
    while (at < end && text[at] == ' ') {
      at++;
    }
  }

  /** The 1-based column of a place in the current line. */
  int column(int offset) {
    if (!astral) {
      return offset - lineStart + 1;
    }
    // Counted from the last place: from the line's start a long line would be quadratic.
    int from = counted >= lineStart && counted <= offset ? counted : lineStart;
    int points = from == lineStart ? 0 : countedPoints;
    countedPoints = points + Character.codePointCount(text, from, offset - from);
    counted = offset;
    return countedPoints + 1;
  }

  /** A piece of the current line. */
  Span span(int from, int to) {
    return new Span(file, line, column(from), line, column(to));
  }

  /**
   * Moves behind blanks and a comment to the end of the line.
   *
   * @return whether there is a comment
   * @throws Unusual where anything else stands there
   */
  boolean finishLine() {
    int from = at;
    skipBlanks();
    boolean comment = at < end && text[at] == '#' && at > from;
    if (comment) {
      skipToLineEnd();
    }
    if (!atLineEnd()) {
      throw Unusual.TEXT;
    }
    return comment;
  }

  void skipToLineEnd() {
    while (at < end && text[at] != '\n') {
      at++;
    }
  }

  /** Moves from the end of a line to the start of the next. */
  void nextLine() {
    at++;
    line++;
    lineStart = at;
  }

  /** Moves from the end of a line to the text of the next that says something. */
  void advance() {
    int from = line;
    skippedComment = false;
    if (atEnd()) {
      indent = -1;
      return;
    }
    nextLine();
    findText();
    skippedLines = line - from - 1;
  }

  /**
   * Moves from the start of a line to the text of the first line that holds more than a comment.
   */
  void findText() {
    indent = -1;
    while (at < end) {
      skipBlanks();
      if (at >= end) {
        return;
      }
      char c = text[at];
      if (c == '#') {
        skippedComment = true;
        skipToLineEnd();
        if (at >= end) {
          return;
        }
        nextLine();
      } else if (c == '\n') {
        nextLine();
      } else {
        indent = at - lineStart;
        return;
      }
    }
  }
}
