package foresail.script.syntax;

import java.util.HashMap;
import java.util.Map;

/** A position in the text of a script, shared by everything that reads it. */
final class Cursor {
  /** Deeper nesting is nobody's script, and would overflow the stack. */
  private static final int DEEPEST = 150;

  final String text;
  final Dialect dialect;

  /** Where {@code text} begins in the whole script; backticks are read as a text of their own. */
  private final int origin;

  /** Line ends behind which here-documents were already read, with the place to go on. */
  private final Map<Integer, Integer> resume = new HashMap<>();

  int position;
  private int depth;

  Cursor(String text, Dialect dialect, int origin, int depth) {
    this.text = text;
    this.dialect = dialect;
    this.origin = origin;
    this.depth = depth;
  }

  /** The current offset in the whole script. */
  int at() {
    return origin + position;
  }

  int depth() {
    return depth;
  }

  void enter() {
    if (++depth > DEEPEST) {
      throw new Refused(at(), "nested too deeply", false);
    }
  }

  void leave() {
    depth--;
  }

  boolean ended() {
    return position >= text.length();
  }

  /** The character {@code ahead} of the position, or NUL behind the end. */
  char peek(int ahead) {
    int index = position + ahead;
    return index < text.length() ? text.charAt(index) : '\0';
  }

  char peek() {
    return peek(0);
  }

  boolean looksAt(String expected) {
    return text.startsWith(expected, position);
  }

  boolean skip(String expected) {
    if (!looksAt(expected)) {
      return false;
    }
    position += expected.length();
    return true;
  }

  /** Blanks and continued lines; not line ends. */
  void skipBlanks() {
    while (true) {
      if (looksAt("\\\n")) {
        position += 2;
      } else if (looksAt("\\\r\n")) {
        position += 3;
      } else if (peek() == ' ' || peek() == '\t') {
        position++;
      } else {
        return;
      }
    }
  }

  /** Steps over a line end, and over the here-documents that belong to the line. */
  void skipLineEnd() {
    var next = resume.get(position);
    position = next == null ? position + 1 : next;
  }

  /**
   * Reads a here-document that was announced on the current line.
   *
   * @return its lines as they stand, without leading tabs where {@code dropTabs}
   */
  String hereDocument(String delimiter, boolean dropTabs) {
    int lineEnd = text.indexOf('\n', position);
    if (lineEnd < 0) {
      return "";
    }
    int next = resume.getOrDefault(lineEnd, lineEnd + 1);
    var body = new StringBuilder();
    while (next < text.length()) {
      int end = text.indexOf('\n', next);
      int stop = end < 0 ? text.length() : end;
      int start = next;
      while (dropTabs && start < stop && text.charAt(start) == '\t') {
        start++;
      }
      next = end < 0 ? stop : end + 1;
      if (text.substring(start, stop).equals(delimiter)) {
        break;
      }
      body.append(text, start, stop);
      if (end >= 0) {
        body.append('\n');
      }
    }
    resume.put(lineEnd, next);
    return body.toString();
  }
}
