package foresail.source;

/** Reads literal blocks: scripts and files within a manifest, whose lines stay as they are. */
final class LiteralReader {
  private final Cursor cursor;
  private final char[] text;
  private final CommentFinder comments;

  LiteralReader(Cursor cursor, CommentFinder comments) {
    this.cursor = cursor;
    this.text = cursor.text;
    this.comments = comments;
  }

  /**
   * A literal block, from its indicator; the cursor moves to the start of the line behind it.
   *
   * @param parent indentation of what it belongs to
   */
  ScalarNode read(int parent) {
    int from = cursor.at;
    int line = cursor.line;
    int column = cursor.column(from);
    cursor.at++;
    char chomp = cursor.peek() == '-' || cursor.peek() == '+' ? text[cursor.at++] : ' ';
    cursor.finishLine();
    if (cursor.atEnd()) {
      throw Unusual.TEXT;
    }
    int body = cursor.at;
    cursor.nextLine();
    StringBuilder value = new StringBuilder();
    int indent = indentOfFirstLine(value, parent);
    // Length of the value up to and with the last line that is not empty, and its line break.
    int full = 0;
    int lastEnd = from;
    int lastEndLine = line;
    int lastEndColumn = column;
    while (cursor.at < cursor.end) {
      int start = cursor.at;
      while (cursor.at < cursor.end && cursor.at - start < indent && text[cursor.at] == ' ') {
        cursor.at++;
      }
      boolean empty = cursor.atLineEnd();
      if (!empty && cursor.at - start < indent) {
        break;
      }
      int content = cursor.at;
      cursor.skipToLineEnd();
      value.append(text, content, cursor.at - content);
      int visible = cursor.at;
      while (visible > content && text[visible - 1] <= ' ') {
        visible--;
      }
      if (visible > content) {
        lastEnd = visible;
        lastEndLine = cursor.line;
        lastEndColumn = cursor.column(visible);
      }
      // A text that ends without a line break is read as if it had one, as kubectl does.
      value.append('\n');
      if (content < cursor.at) {
        full = value.length();
      }
      if (cursor.atEnd()) {
        break;
      }
      cursor.nextLine();
    }
    comments.skip(body, cursor.at);
    if (lastEnd == from) {
      throw Unusual.TEXT;
    }
    chomp(value, full, chomp);
    return ScalarNode.string(
        value.toString(),
        ScalarStyle.LITERAL,
        new Span(cursor.file, line, column, lastEndLine, lastEndColumn));
  }

  private static void chomp(StringBuilder value, int full, char chomp) {
    if (chomp == '+') {
      return;
    }
    value.setLength(full);
    if (chomp == '-' && full > 0 && value.charAt(full - 1) == '\n') {
      value.setLength(full - 1);
    }
  }

  /** Moves over empty lines to the start of the first that is not, and tells its indentation. */
  private int indentOfFirstLine(StringBuilder value, int parent) {
    int longest = 0;
    while (cursor.at < cursor.end) {
      cursor.skipBlanks();
      int indent = cursor.at - cursor.lineStart;
      if (!cursor.atLineEnd()) {
        if (indent <= parent || longest > indent || cursor.peek() == '\t') {
          throw Unusual.TEXT;
        }
        cursor.at = cursor.lineStart;
        return indent;
      }
      longest = Math.max(longest, indent);
      if (cursor.atEnd()) {
        break;
      }
      value.append('\n');
      cursor.nextLine();
    }
    throw Unusual.TEXT;
  }
}
