package foresail.script.word;

/** What stands between brackets in patterns and in tr: ranges and {@code [:alpha:]}. */
final class CharacterClass {
  private CharacterClass() {}

  /** Where the bracket that opened before {@code start} closes, or -1. */
  static int end(String pattern, int start) {
    int i = start;
    if (i < pattern.length() && (pattern.charAt(i) == '!' || pattern.charAt(i) == '^')) {
      i++;
    }
    if (i < pattern.length() && pattern.charAt(i) == ']') {
      i++;
    }
    while (i < pattern.length() && pattern.charAt(i) != ']') {
      if (pattern.startsWith("[:", i)) {
        int close = pattern.indexOf(":]", i + 2);
        i = close < 0 ? i + 1 : close + 2;
      } else {
        i += pattern.charAt(i) == '\\' ? 2 : 1;
      }
    }
    return i < pattern.length() ? i : -1;
  }

  static boolean contains(String members, char c) {
    int i = 0;
    while (i < members.length()) {
      if (members.startsWith("[:", i)) {
        int close = members.indexOf(":]", i + 2);
        if (close >= 0) {
          if (named(members.substring(i + 2, close), c)) {
            return true;
          }
          i = close + 2;
          continue;
        }
      }
      if (members.charAt(i) == '\\' && i + 1 < members.length()) {
        i++;
      }
      char low = members.charAt(i++);
      if (i + 1 < members.length() && members.charAt(i) == '-') {
        i++;
        if (members.charAt(i) == '\\' && i + 1 < members.length()) {
          i++;
        }
        char high = members.charAt(i++);
        if (c >= low && c <= high) {
          return true;
        }
      } else if (c == low) {
        return true;
      }
    }
    return false;
  }

  private static boolean named(String name, char c) {
    return switch (name) {
      case "digit" -> c >= '0' && c <= '9';
      case "alpha" -> letter(c);
      case "alnum" -> letter(c) || (c >= '0' && c <= '9');
      case "upper" -> c >= 'A' && c <= 'Z';
      case "lower" -> c >= 'a' && c <= 'z';
      case "space" -> c == ' ' || (c >= '\t' && c <= '\r');
      case "blank" -> c == ' ' || c == '\t';
      case "punct" -> c > ' ' && c < 127 && !letter(c) && !(c >= '0' && c <= '9');
      case "xdigit" -> Character.digit(c, 16) >= 0 && c < 128;
      case "cntrl" -> c < ' ' || c == 127;
      case "print" -> c >= ' ' && c < 127;
      case "graph" -> c > ' ' && c < 127;
      default -> false;
    };
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
