package foresail.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads JSON: one object, or several one behind the other, as kubectl takes them. It gives up where
 * the text is not JSON; most of what then begins with a brace is YAML.
 */
final class JsonReader {
  private final Cursor cursor;
  private final char[] text;
  private final TreeBuilder builder;
  private final WordCache words;

  private JsonReader(Cursor cursor, TreeBuilder builder, WordCache words) {
    this.cursor = cursor;
    this.text = cursor.text;
    this.builder = builder;
    this.words = words;
  }

  /** Whether the text begins as an object does. */
  static boolean suits(Cursor cursor) {
    int at = 0;
    while (at < cursor.end && cursor.text[at] <= ' ') {
      at++;
    }
    return at < cursor.end && cursor.text[at] == '{';
  }

  /**
   * Reads the text.
   *
   * @param builder for documents of this file
   * @return empty where it is not JSON
   */
  static Optional<List<ParsedDocument>> read(Cursor cursor, TreeBuilder builder, WordCache words) {
    try {
      return Optional.of(new JsonReader(cursor, builder, words).documents());
    } catch (Unusual | UnreadableText e) {
      return Optional.empty();
    }
  }

  private List<ParsedDocument> documents() {
    List<ParsedDocument> documents = new ArrayList<>(1);
    skipSpace();
    while (!cursor.atEnd()) {
      builder.reset();
      value();
      documents.add(new ParsedDocument(Optional.of(builder.root()), builder.problems(), List.of()));
      skipSpace();
    }
    return documents;
  }

  private char next() {
    if (cursor.atEnd()) {
      throw Unusual.TEXT;
    }
    return text[cursor.at];
  }

  private void skipSpace() {
    while (cursor.at < cursor.end) {
      char c = text[cursor.at];
      if (c == '\n') {
        cursor.nextLine();
      } else if (c == ' ' || c == '\t') {
        cursor.at++;
      } else {
        return;
      }
    }
  }

  private void value() {
    switch (next()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> builder.scalar(string(), null);
      default -> word();
    }
  }

  private void object() {
    builder.beginMapping(cursor.line, cursor.column(cursor.at), null);
    cursor.at++;
    skipSpace();
    boolean more = next() != '}';
    while (more) {
      if (next() != '"') {
        throw Unusual.TEXT;
      }
      builder.scalar(string(), null);
      skipSpace();
      expect(':');
      skipSpace();
      value();
      more = another('}');
    }
    close();
  }

  private void array() {
    builder.beginSequence(cursor.line, cursor.column(cursor.at), null);
    cursor.at++;
    skipSpace();
    boolean more = next() != ']';
    while (more) {
      value();
      more = another(']');
    }
    close();
  }

  /** Moves behind a comma, or to the closing bracket. */
  private boolean another(char closing) {
    skipSpace();
    if (next() == closing) {
      return false;
    }
    expect(',');
    skipSpace();
    return true;
  }

  private void close() {
    cursor.at++;
    builder.end(cursor.line, cursor.column(cursor.at));
  }

  private void expect(char c) {
    if (next() != c) {
      throw Unusual.TEXT;
    }
    cursor.at++;
  }

  private ScalarNode string() {
    int from = cursor.at;
    int at = from + 1;
    boolean escaped = false;
    while (at < cursor.end && text[at] != '"') {
      if (text[at] < ' ') {
        throw Unusual.TEXT;
      }
      if (text[at] == '\\') {
        escaped = true;
        at++;
      }
      at++;
    }
    if (at >= cursor.end) {
      throw Unusual.TEXT;
    }
    String value =
        escaped ? JsonEscapes.resolve(text, from + 1, at) : words.word(text, from + 1, at);
    cursor.at = at + 1;
    return ScalarNode.string(value, ScalarStyle.DOUBLE_QUOTED, cursor.span(from, at + 1));
  }

  private void word() {
    int from = cursor.at;
    int at = from;
    while (at < cursor.end && isWordPart(text[at])) {
      at++;
    }
    String written = words.word(text, from, at);
    boolean number = isNumber(written);
    if (!number && !written.equals("true") && !written.equals("false") && !written.equals("null")) {
      throw Unusual.TEXT;
    }
    PlainScalar resolved = PlainScalar.resolve(written);
    if (number && resolved.type() == ScalarType.STRING) {
      throw Unusual.TEXT;
    }
    cursor.at = at;
    builder.scalar(
        new ScalarNode(
            resolved.text(),
            written,
            resolved.type(),
            ScalarStyle.PLAIN,
            cursor.span(from, at),
            false),
        null);
  }

  private static boolean isWordPart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '+'
        || c == '.'
        || c == 'E';
  }

  /** JSON has no leading zeros, and digits on both sides of the point. */
  private static boolean isNumber(String written) {
    int start = written.startsWith("-") ? 1 : 0;
    if (start == written.length() || !isDigit(written, start) || !GoNumber.isFloat(written)) {
      return false;
    }
    int point = written.indexOf('.');
    return !(written.charAt(start) == '0' && isDigit(written, start + 1))
        && (point < 0 || isDigit(written, point + 1));
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
