package foresail.graph;

/** Values that somebody else will replace before the manifest is applied. */
public final class Placeholder {
  private Placeholder() {}

  /**
   * Whether a value is to be replaced: it holds {@code {{}, {@code ${}, {@code $(}, {@code $NAME},
   * {@code <...>}, {@code {...}}, {@code __NAME__}, {@code %NAME%}, {@code REPLACE} or {@code CHANGEME}.
   */
  public static boolean isIn(String value) {
    return value.contains("{{")
        || value.contains("${")
        || value.contains("$(")
        || namesVariable(value)
        || value.contains("REPLACE")
        || value.contains("CHANGEME")
        || encloses(value, '<', '>')
        || encloses(value, '{', '}')
        || enclosesName(value, "__")
        || enclosesName(value, "%");
  }

  private static boolean namesVariable(String value) {
    int next = value.indexOf('$') + 1;
    if (next == 0 || next == value.length()) {
      return false;
    }
    char c = value.charAt(next);
    return c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean encloses(String value, char open, char close) {
    int from = value.indexOf(open);
    return from >= 0 && value.indexOf(close, from) > from + 1;
  }

  private static boolean enclosesName(String value, String mark) {
    int from = value.indexOf(mark);
    if (from < 0) {
      return false;
    }
    int to = value.indexOf(mark, from + mark.length());
    if (to <= from + mark.length()) {
      return false;
    }
    for (int i = from + mark.length(); i < to; i++) {
      char c = value.charAt(i);
      if (!(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '_') {
        return false;
      }
    }
    return true;
  }
}
