package foresail.config;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** A text in which a star stands for any text, also none, and a question mark for one character. */
public record Glob(String pattern) {
  public Glob {
    requireNonNull(pattern);
  }

  /** Whether the whole text matches. */
  public boolean matches(String text) {
    return matches(pattern, text);
  }

  /** Whether the whole text matches, upper or lower case. */
  public boolean matchesIgnoringCase(String text) {
    return matches(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT));
  }

  private static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      char wanted = p < pattern.length() ? pattern.charAt(p) : 0;
      if (wanted == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length() && (wanted == '?' || wanted == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        // The last star takes one character more; earlier ones never need to.
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** As it is written. */
  @Override
  public String toString() {
    return pattern;
  }
}
