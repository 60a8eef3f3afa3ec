package foresail.script.syntax;

/** {@code $'...'}: escapes as in C. */
final class AnsiQuotes {
  private AnsiQuotes() {}

  /** Reads behind {@code $'} and takes the closing quote. */
  static String read(Cursor cursor) {
    int at = cursor.at();
    var text = new StringBuilder();
    while (cursor.peek() != '\'') {
      if (cursor.ended()) {
        throw new Refused(at, "unterminated $' quote", true);
      }
      char c = cursor.peek();
      cursor.position++;
      if (c == '\\' && !cursor.ended()) {
        escape(cursor, text);
      } else {
        text.append(c);
      }
    }
    cursor.position++;
    return text.toString();
  }

  private static void escape(Cursor cursor, StringBuilder text) {
    char c = cursor.peek();
    cursor.position++;
    switch (c) {
      case 'n' -> text.append('\n');
      case 't' -> text.append('\t');
      case 'r' -> text.append('\r');
      case 'a' -> text.append('\007');
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case 'v' -> text.append('\013');
      case 'e', 'E' -> text.append('\033');
      case 'x' -> text.append((char) number(cursor, 16, 2));
      case 'u' -> text.append((char) number(cursor, 16, 4));
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        cursor.position--;
        text.append((char) number(cursor, 8, 3));
      }
      case '\\', '\'', '"', '?' -> text.append(c);
      default -> text.append('\\').append(c);
    }
  }

  private static int number(Cursor cursor, int radix, int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(cursor.peek(), radix);
      if (digit < 0) {
        break;
      }
      value = value * radix + digit;
      cursor.position++;
    }
    return value;
  }
}
