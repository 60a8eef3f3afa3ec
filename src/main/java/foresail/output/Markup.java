package foresail.output;

/** Text of manifests, made safe for HTML and XML. */
final class Markup {
  private Markup() {}

  /**
   * The text as the content of an element or of a quoted attribute: no character of it ends the
   * element or attribute, moves other text or is forbidden in XML.
   */
  static String of(String text) {
    String safe = Printable.of(text);
    var out = new StringBuilder(safe.length() + 16);
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '`' -> out.append("&#96;");
        default -> out.append(isCharacter(safe, i) ? c : '\ufffd');
      }
    }
    return out.toString();
  }

  /** Not half of a pair, and none of the code points that are no characters. */
  private static boolean isCharacter(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c < 0xfffe;
  }
}
