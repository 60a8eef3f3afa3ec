package foresail.source;

/** Strings for the few words that occur in all manifests again and again. */
final class WordCache {
  /** Longer words are seldom the same. */
  private static final int LONGEST = 32;

  /** A power of two. */
  private static final int SIZE = 1024;

  private final String[] words = new String[SIZE];

  /** A piece of the text as a string, perhaps one that was made before. */
  String word(char[] text, int from, int to) {
    int length = to - from;
    if (length > LONGEST) {
      return new String(text, from, length);
    }
    int hash = length;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + text[i];
    }
    int slot = (hash ^ hash >>> 10) & SIZE - 1;
    String known = words[slot];
    if (known != null && known.length() == length && same(known, text, from)) {
      return known;
    }
    String fresh = new String(text, from, length);
    words[slot] = fresh;
    return fresh;
  }

  private static boolean same(String known, char[] text, int from) {
    for (int i = 0; i < known.length(); i++) {
      if (known.charAt(i) != text[from + i]) {
        return false;
      }
    }
    return true;
  }
}
