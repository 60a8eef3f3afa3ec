package foresail.source;

/**
 * Finds Helm and Jinja marks that stand where YAML needs structure. Within quotes, block scalars
 * and comments, and behind other text, they are only text.
 */
final class TemplateMarks {
  private TemplateMarks() {}

  /** Offset of the first such mark; below 0 where there is none. */
  static int find(String text) {
    if (!text.contains("{{") && !text.contains("{%")) {
      return -1;
    }
    int scalarIndent = -1;
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      int first = at;
      while (first < end && text.charAt(first) <= ' ') {
        first++;
      }
      if (first < end) {
        int indent = first - at;
        if (scalarIndent >= 0 && indent <= scalarIndent) {
          scalarIndent = -1;
        }
        if (scalarIndent < 0) {
          int mark = inLine(text, first, end);
          if (mark >= 0) {
            return mark;
          }
          if (opensBlockScalar(text, first, end)) {
            scalarIndent = indent;
          }
        }
      }
      at = end + 1;
    }
    return -1;
  }

  private static boolean isMark(String text, int at) {
    return text.startsWith("{{", at) || text.startsWith("{%", at);
  }

  /** A mark at the start of the line, of an item, or of a value. */
  private static int inLine(String text, int first, int end) {
    int at = first;
    while (at + 1 < end
        && (text.charAt(at) == '-' || text.charAt(at) == '?')
        && text.charAt(at + 1) == ' ') {
      at += 2;
      while (at < end && text.charAt(at) == ' ') {
        at++;
      }
    }
    if (isMark(text, at)) {
      return at;
    }
    char c = text.charAt(Math.min(at, text.length() - 1));
    if (c == '#' || c == '"' || c == '\'') {
      return -1;
    }
    int colon = text.indexOf(": ", at);
    if (colon < 0 || colon >= end) {
      return -1;
    }
    int value = colon + 1;
    while (value < end && text.charAt(value) == ' ') {
      value++;
    }
    return isMark(text, value) ? value : -1;
  }

  private static boolean opensBlockScalar(String text, int first, int end) {
    int last = end - 1;
    while (last > first && text.charAt(last) <= ' ') {
      last--;
    }
    int at = last;
    while (at > first
        && (text.charAt(at) == '-'
            || text.charAt(at) == '+'
            || Character.isDigit(text.charAt(at)))) {
      at--;
    }
    char sign = text.charAt(at);
    return (sign == '|' || sign == '>') && at > first && text.charAt(at - 1) <= ' ';
  }
}
