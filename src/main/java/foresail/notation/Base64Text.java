package foresail.notation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalInt;

/**
 * Whether a text is padded base64 as Go reads it: line breaks are passed over (encoding/base64).
 */
public final class Base64Text {
  private Base64Text() {}

  /** The base64 of a text in UTF-8. */
  public static String encode(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The text that base64 stands for, line breaks passed over; empty where it does not decode. */
  public static String decode(String base64) {
    try {
      return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException corrupt) {
      return ""; // the schema has refused it
    }
  }

  /** How many bytes the base64 stands for. */
  public static int decodedLength(String base64) {
    int digits = 0;
    for (int i = 0; i < base64.length(); i++) {
      if (isDigit(base64.charAt(i))) {
        digits++;
      }
    }
    return digits * 3 / 4;
  }

  /** The offset of the first byte that Go's decoder complains of; empty where it decodes. */
  public static OptionalInt corruptAt(String text) {
    int at = 0;
    while (true) {
      int quantum = 0;
      while (quantum < 4) {
        if (at == text.length()) {
          return quantum == 0 ? OptionalInt.empty() : OptionalInt.of(at - quantum);
        }
        char c = text.charAt(at++);
        if (c == '=') {
          return padding(text, at, quantum);
        }
        if (isDigit(c)) {
          quantum++;
        } else if (c != '\n' && c != '\r') {
          return OptionalInt.of(at - 1);
        }
      }
    }
  }

  /** Goes on behind the first {@code =}, which stands behind so many digits of its group. */
  private static OptionalInt padding(String text, int from, int digits) {
    if (digits < 2) {
      return OptionalInt.of(from - 1);
    }
    int at = from;
    if (digits == 2) {
      at = pastLineBreaks(text, at);
      if (at == text.length()) {
        return OptionalInt.of(at);
      }
      if (text.charAt(at) != '=') {
        return OptionalInt.of(at - 1);
      }
      at++;
    }
    at = pastLineBreaks(text, at);
    return at < text.length() ? OptionalInt.of(at) : OptionalInt.empty();
  }

  private static int pastLineBreaks(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }
}
