package foresail.source;

/** Scalars of the everyday kind: on one line, or literal blocks. */
final class CommonScalars {
  /** Longer keys are left to the parser, which has a limit. */
  private static final int LONGEST_KEY = 1000;

  private final Cursor cursor;
  private final char[] text;
  private final CommentFinder comments;
  private final WordCache words;

  /** Whether the text between the last quotes is its value. */
  private boolean simple;

  CommonScalars(Cursor cursor, CommentFinder comments, WordCache words) {
    this.words = words;
    this.cursor = cursor;
    this.text = cursor.text;
    this.comments = comments;
  }

  /** Whether an unquoted scalar can begin with the next character. */
  boolean startsPlain() {
    return switch (cursor.peek()) {
      case ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`' -> false;
      case '?', ':', '\t' -> false;
      case '-' -> cursor.peekSecond() > ' ';
      default -> true;
    };
  }

  /**
   * The end of an unquoted scalar in a block that begins at the cursor, without blanks; the cursor
   * moves to the colon, comment or line break behind it.
   */
  int scanPlain() {
    int at = cursor.at;
    int end = cursor.end;
    int last = at;
    while (at < end) {
      char c = text[at];
      if (c == '\n') {
        break;
      }
      if (c == ':' && (at + 1 >= end || text[at + 1] == ' ' || text[at + 1] == '\n')) {
        break;
      }
      if (c == '#' && at > cursor.at && text[at - 1] == ' ') {
        break;
      }
      if (c == '\t') {
        throw Unusual.TEXT;
      }
      at++;
      if (c != ' ') {
        last = at;
      }
    }
    cursor.at = at;
    return last;
  }

  /** As {@link #scanPlain}, within brackets. */
  int scanFlowPlain() {
    int at = cursor.at;
    int end = cursor.end;
    int last = at;
    while (at < end) {
      char c = text[at];
      if (c == '\n' || c == ',' || c == '[' || c == ']' || c == '{' || c == '}' || c == '?') {
        break;
      }
      if (c == ':') {
        char next = at + 1 < end ? text[at + 1] : '\n';
        if (next == ' ' || next == '\n') {
          break;
        }
        if (next == ',' || next == '[' || next == ']' || next == '{' || next == '}') {
          throw Unusual.TEXT;
        }
      }
      if (c == '#' && at > cursor.at && text[at - 1] == ' ') {
        break;
      }
      if (c == '\t') {
        throw Unusual.TEXT;
      }
      at++;
      if (c != ' ') {
        last = at;
      }
    }
    cursor.at = at;
    return last;
  }

  /** The value of an unquoted scalar on the current line. */
  ScalarNode plain(int from, int to) {
    return plain(words.word(text, from, to), cursor.span(from, to));
  }

  static ScalarNode plain(String written, Span span) {
    if (PlainScalar.isCertainlyString(written)) {
      return ScalarNode.string(written, ScalarStyle.PLAIN, span);
    }
    PlainScalar resolved = PlainScalar.resolve(written);
    if (resolved.infinite()) {
      throw Unusual.TEXT;
    }
    return new ScalarNode(
        resolved.text(), written, resolved.type(), ScalarStyle.PLAIN, span, false);
  }

  /** An unquoted key on the current line. */
  ScalarNode plainKey(int from, int to) {
    int length = to - from;
    boolean merge = length == 2 && text[from] == '<' && text[from + 1] == '<';
    boolean dots = length == 3 && text[from] == '.' && text[from + 1] == '.';
    if (length > LONGEST_KEY || merge || dots) {
      throw Unusual.TEXT;
    }
    return plain(words.word(text, from, to), cursor.span(from, to));
  }

  /** Whether the quoted scalar at the cursor ends on its line. */
  boolean quoteCloses() {
    return closingQuote() >= 0;
  }

  /** Offset of the closing quote; below 0 where it is not on this line. */
  private int closingQuote() {
    char quote = text[cursor.at];
    simple = true;
    for (int at = cursor.at + 1; at < cursor.end && text[at] != '\n'; at++) {
      char c = text[at];
      if (c == quote) {
        if (quote == '"' || at + 1 >= cursor.end || text[at + 1] != '\'') {
          return at;
        }
        simple = false;
        at++;
      } else if (c == '\\' && quote == '"') {
        simple = false;
        at++;
      }
    }
    return -1;
  }

  /** A quoted scalar that ends on its line; the cursor moves behind it. */
  ScalarNode quoted() {
    char quote = text[cursor.at];
    int from = cursor.at;
    int at = closingQuote();
    if (at < 0) {
      throw Unusual.TEXT;
    }
    String value =
        simple
            ? new String(text, from + 1, at - from - 1)
            : quote == '"' ? unescaped(from + 1, at) : undoubled(from + 1, at);
    cursor.at = at + 1;
    comments.skip(from, at + 1);
    return ScalarNode.string(
        value,
        quote == '"' ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.SINGLE_QUOTED,
        cursor.span(from, at + 1));
  }

  private String undoubled(int from, int to) {
    return new String(text, from, to - from).replace("''", "'");
  }

  private String unescaped(int from, int to) {
    StringBuilder value = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c == '\\') {
        i++;
        c = escaped(text[i]);
      }
      value.append(c);
    }
    return value.toString();
  }

  /**
   * What a character behind a backslash stands for.
   *
   * @throws Unusual for the rare ones
   */
  static char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case '"', '\\', '/' -> c;
      default -> throw Unusual.TEXT;
    };
  }
}
