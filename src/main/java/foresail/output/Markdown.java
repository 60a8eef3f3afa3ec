package foresail.output;

/** Text of manifests, made safe for Markdown as GitHub reads it. */
final class Markdown {
  private static final String SPECIAL = "\\`*_{}[]()#+!|<>~$^=:-";

  private Markdown() {}

  /**
   * The text as it stands, in a paragraph or a cell of a table: it starts no markup, no HTML and no
   * link, and notifies nobody.
   */
  static String of(String text) {
    String safe = Printable.of(text);
    var out = new StringBuilder(safe.length() + 16);
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      if (c == '&') {
        out.append("&amp;");
      } else if (c == '<') {
        out.append("&lt;");
      } else if (c == '>') {
        out.append("&gt;");
      } else if (c == '@') {
        out.append("@<!-- -->"); // else somebody of that name would be told
      } else if (isMarkup(safe, i)) {
        out.append('\\').append(c);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** The text as it stands, within HTML. */
  static String html(String text) {
    return Markup.of(text).replace("@", "@<!-- -->");
  }

  /**
   * Signs within words are left alone where they do nothing there, so that the text stays readable.
   */
  private static boolean isMarkup(String text, int at) {
    char c = text.charAt(at);
    if (SPECIAL.indexOf(c) < 0) {
      return false;
    }
    return switch (c) {
      case '-', '=', '+', '(', ')', '{', '}', '!', '^' -> at == 0;
      case ':' -> text.startsWith("://", at);
      default -> true;
    };
  }
}
