package foresail.recording;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text of JSON objects that stand one behind the other, as a watch prints them. */
final class JsonValues {
  private JsonValues() {}

  /**
   * The objects of a text, each with the braces around it. One that is cut off at the end, as by an
   * interrupted watch, is left out.
   *
   * @throws UnreadableRecordingException where anything else stands between two objects
   */
  static List<String> in(String text) {
    List<String> values = new ArrayList<>();
    int from = 0;
    int line = 1;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '{') {
        int end = end(text, at);
        if (end < 0) {
          return values;
        }
        values.add(text.substring(at, end));
        line += (int) text.substring(from, end).chars().filter(each -> each == '\n').count();
        from = end;
        at = end - 1;
      } else if (!Character.isWhitespace(c)) {
        line += (int) text.substring(from, at).chars().filter(each -> each == '\n').count();
        throw new UnreadableRecordingException(line, "an object is expected, and not '" + c + "'");
      }
    }
    return values;
  }

  /** Where the object that begins here ends; -1 where the text ends first. */
  private static int end(String text, int begin) {
    int depth = 0;
    boolean quoted = false;
    for (int at = begin; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quoted) {
        if (c == '\\') {
          at++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return at + 1;
      }
    }
    return -1;
  }
}
