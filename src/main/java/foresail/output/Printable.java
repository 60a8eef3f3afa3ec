package foresail.output;

/** Text of a file, made safe for a terminal. */
final class Printable {
  private static final char REPLACEMENT = '\ufffd';

  private Printable() {}

  /**
   * The text with control characters replaced: they could move the cursor or change colours. Line
   * breaks too, because every message is one line.
   */
  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnsafe(text.charAt(i))) {
        StringBuilder safe = new StringBuilder(text);
        for (int j = i; j < safe.length(); j++) {
          char c = safe.charAt(j);
          if (isUnsafe(c)) {
            safe.setCharAt(j, c == '\n' || c == '\r' || c == '\t' ? ' ' : REPLACEMENT);
          }
        }
        return safe.toString();
      }
    }
    return text;
  }

  /**
   * A message in one line. The server shows the text of an expression again below its faults, each
   * line behind a bar; where the text itself is shown, that is left out.
   */
  static String line(String message) {
    if (message.indexOf("\n | ") < 0) {
      return of(message);
    }
    StringBuilder line = new StringBuilder();
    for (String part : message.split("\n", -1)) {
      if (!part.startsWith(" | ")) {
        line.append(line.isEmpty() ? "" : "; ").append(part);
      }
    }
    return of(line.toString());
  }

  /** Controls, and the marks that turn the direction of writing. */
  private static boolean isUnsafe(char c) {
    return c < ' '
        || (c >= 0x7f && c < 0xa0)
        || (c >= 0x200e && c <= 0x200f)
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0xfeff;
  }

  /**
   * How many columns a code point takes: 2 for wide ones, 0 for those that join the one before
   * (Unicode Standard Annex 11, in broad ranges).
   */
  static int width(int point) {
    if (point < 0x300) {
      return 1;
    }
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(point) ? 2 : 1;
    };
  }

  private static boolean isWide(int point) {
    return (point >= 0x1100 && point <= 0x115f)
        || (point >= 0x2e80 && point <= 0xa4cf && point != 0x303f)
        || (point >= 0xac00 && point <= 0xd7a3)
        || (point >= 0xf900 && point <= 0xfaff)
        || (point >= 0xfe30 && point <= 0xfe6f)
        || (point >= 0xff00 && point <= 0xff60)
        || (point >= 0xffe0 && point <= 0xffe6)
        || (point >= 0x1f300 && point <= 0x1f64f)
        || (point >= 0x1f680 && point <= 0x1f6ff)
        || (point >= 0x1f900 && point <= 0x1faff)
        || (point >= 0x20000 && point <= 0x3fffd);
  }
}
