package foresail.schema.custom;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Matches a pattern of a schema that somebody wrote against a text that somebody wrote, in bounded
 * time: servers use patterns that cannot run for ever, Java's can.
 */
final class BoundedPattern {
  private static final int MOST_STEPS = 1_000_000;

  private BoundedPattern() {}

  /** Whether the text has a match; true where that cannot be told. */
  static boolean finds(String pattern, String text) {
    try {
      return Pattern.compile(pattern).matcher(new Counted(text, 0, text.length())).find();
    } catch (PatternSyntaxException | TooLong | StackOverflowError e) {
      return true;
    }
  }

  private static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLong() {
      super("the pattern needs too many steps", null, false, false);
    }
  }

  /** A text that can be looked at only so often. */
  private static final class Counted implements CharSequence {
    private final String text;
    private final int from;
    private final int to;
    private int steps;

    Counted(String text, int from, int to) {
      this.text = text;
      this.from = from;
      this.to = to;
    }

    @Override
    public char charAt(int index) {
      if (++steps > MOST_STEPS) {
        throw new TooLong();
      }
      return text.charAt(from + index);
    }

    @Override
    public int length() {
      return to - from;
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text, from + start, from + end);
    }

    @Override
    public String toString() {
      return text.substring(from, to);
    }
  }
}
