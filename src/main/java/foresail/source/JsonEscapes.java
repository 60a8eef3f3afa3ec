package foresail.source;

/** Resolves what stands behind backslashes in JSON strings. */
final class JsonEscapes {
  private JsonEscapes() {}

  /**
   * The value of a string.
   *
   * @param from behind its opening quote
   * @param to at its closing quote
   * @throws Unusual where an escape is none of JSON's
   */
  static String resolve(char[] text, int from, int to) {
    StringBuilder value = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      if (text[i] != '\\') {
        value.append(text[i]);
        continue;
      }
      i++;
      switch (text[i]) {
        case '"', '\\', '/' -> value.append(text[i]);
        case 'b' -> value.append('\b');
        case 'f' -> value.append('\f');
        case 'n' -> value.append('\n');
        case 'r' -> value.append('\r');
        case 't' -> value.append('\t');
        case 'u' -> {
          value.append(unit(text, i + 1, to));
          i += 4;
        }
        default -> throw Unusual.TEXT;
      }
    }
    return paired(value);
  }

  private static char unit(char[] text, int from, int to) {
    int unit = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = i < to && text[i] < 0x7F ? Character.digit(text[i], 16) : -1;
      if (digit < 0) {
        throw Unusual.TEXT;
      }
      unit = unit << 4 | digit;
    }
    return (char) unit;
  }

  /** Go puts U+FFFD where half of a character stands alone. */
  private static String paired(StringBuilder value) {
    for (int i = 0; i < value.length(); i++) {
      if (!Character.isSurrogate(value.charAt(i))) {
        continue;
      }
      boolean pair =
          Character.isHighSurrogate(value.charAt(i))
              && i + 1 < value.length()
              && Character.isLowSurrogate(value.charAt(i + 1));
      if (pair) {
        i++;
      } else {
        value.setCharAt(i, '\uFFFD');
      }
    }
    return value.toString();
  }
}
