package foresail.script.word;

import java.util.ArrayList;
import java.util.List;

/** Collects what a word expands to, and splits it into fields. */
final class Fields {
  /** A value longer than this is cut; only its length counts on. */
  static final int LONGEST = 1 << 18;

  /** Lengths are not counted beyond this, so that no sum overflows. */
  private static final long MOST = Long.MAX_VALUE / 4;

  private final List<Field> done = new ArrayList<>();
  private final String separators;
  private final boolean splits;
  private final boolean patterns;

  private StringBuilder text = new StringBuilder();

  /** The same text as a pattern, with backslashes before what was quoted. */
  private StringBuilder pattern = new StringBuilder();

  private long length;
  private boolean open;
  private boolean special;
  private boolean closedByBlank;

  /**
   * @param splits false where a word is one field: assignments, case
   * @param patterns whether file names or a pattern will be asked for
   * @param separators the value of IFS
   */
  Fields(boolean splits, boolean patterns, String separators) {
    this.splits = splits;
    this.patterns = patterns;
    this.separators = separators;
  }

  boolean splits() {
    return splits;
  }

  void literal(String added) {
    open = true;
    append(added, false);
  }

  /** Quoted text makes a field even where it is empty. */
  void quoted(String added) {
    open = true;
    append(added, true);
  }

  /** Counts characters that were cut off a long value. */
  void lengthen(long characters) {
    length = Math.addExact(Math.min(length, MOST), Math.min(characters, MOST));
  }

  private void append(String added, boolean quoted) {
    closedByBlank = false;
    lengthen(added.length());
    if (text.length() > LONGEST) {
      return;
    }
    text.append(added);
    if (!patterns) {
      return;
    }
    for (int i = 0; i < added.length(); i++) {
      char c = added.charAt(i);
      if (c == '*' || c == '?' || c == '[') {
        special |= !quoted;
      }
      if (quoted && "*?[]\\-!^".indexOf(c) >= 0) {
        pattern.append('\\');
      }
      pattern.append(c);
    }
  }

  /** The result of an unquoted expansion: split where IFS says. */
  void expanded(String value) {
    if (!splits) {
      // A backslash in a value does take away a pattern's meaning, as in case $x.
      if (!value.isEmpty()) {
        literal(value);
      }
      return;
    }
    int start = -1;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (separators.indexOf(c) < 0) {
        start = start < 0 ? i : start;
        continue;
      }
      if (start >= 0) {
        literal(value.substring(start, i));
        start = -1;
      }
      if (c == ' ' || c == '\t' || c == '\n') {
        if (open) {
          next();
          closedByBlank = true;
        }
      } else if (open || !closedByBlank) {
        open = true;
        next();
      } else {
        closedByBlank = false;
      }
    }
    if (start >= 0) {
      literal(value.substring(start));
    }
  }

  /** Ends the present field, if there is one. */
  void next() {
    if (open) {
      done.add(new Field(text.toString(), special ? pattern.toString() : "", length));
      text = new StringBuilder();
      pattern = new StringBuilder();
      length = 0;
      open = false;
      special = false;
    }
    closedByBlank = false;
  }

  boolean isOpen() {
    return open;
  }

  List<Field> finish() {
    next();
    return done;
  }

  /** All as one text. */
  String text() {
    return text.toString();
  }

  String pattern() {
    return pattern.toString();
  }

  long length() {
    return length;
  }

  /**
   * One result.
   *
   * @param pattern for matching file names; empty if nothing in it is special
   * @param length of the real value, which may be longer than {@code text}
   */
  record Field(String text, String pattern, long length) {}
}
