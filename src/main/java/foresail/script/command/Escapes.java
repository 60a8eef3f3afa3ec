package foresail.script.command;

/** Backslash escapes of echo -e and printf. */
final class Escapes {
  private Escapes() {}

  /** The text with its escapes replaced; {@code \c} cuts off the rest, marked by NUL at the end. */
  static String expand(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    var result = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i++);
      if (c != '\\' || i == text.length()) {
        result.append(c);
        continue;
      }
      char letter = text.charAt(i++);
      switch (letter) {
        case 'n' -> result.append('\n');
        case 't' -> result.append('\t');
        case 'r' -> result.append('\r');
        case 'a' -> result.append('\007');
        case 'b' -> result.append('\b');
        case 'f' -> result.append('\f');
        case 'v' -> result.append('\013');
        case 'e' -> result.append('\033');
        case '\\' -> result.append('\\');
        case 'c' -> {
          return result.append('\0').toString();
        }
        case 'x' -> i = number(text, i, 16, 2, result);
        case '0', '1', '2', '3', '4', '5', '6', '7' ->
            i = number(text, letter == '0' ? i : i - 1, 8, 3, result);
        default -> result.append('\\').append(letter);
      }
    }
    return result.toString();
  }

  private static int number(String text, int start, int radix, int most, StringBuilder result) {
    int value = 0;
    int i = start;
    while (i < text.length() && i - start < most && Character.digit(text.charAt(i), radix) >= 0) {
      value = value * radix + Character.digit(text.charAt(i++), radix);
    }
    result.append((char) value);
    return i;
  }
}
