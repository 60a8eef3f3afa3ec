package foresail.source;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * One text that was read: a file, or standard input.
 *
 * <p>Compared by identity: two files of the same name in one run are two files.
 */
public final class SourceFile {
  private final String path;
  private final String text;
  private int[] lineStarts;
  private int[] surrogatePairs;

  /**
   * @param path as shown to the user: the given path joined with the name found below it
   * @param text the whole text, decoded, without a byte order mark
   */
  public SourceFile(String path, String text) {
    this.path = requireNonNull(path);
    this.text = requireNonNull(text);
  }

  /** As shown to the user: the given path joined with the name found below it, or {@code -}. */
  public String path() {
    return path;
  }

  /** The whole text, decoded, without a byte order mark. */
  public String text() {
    return text;
  }

  /** How many lines the text has; a final line break does not begin another line. */
  public int lineCount() {
    int[] starts = lineStarts();
    int last = starts[starts.length - 1];
    return last == text.length() && starts.length > 1 ? starts.length - 1 : starts.length;
  }

  /**
   * The text of a line without its line break; empty beyond the end.
   *
   * @param line 1-based
   */
  public String line(int line) {
    int[] starts = lineStarts();
    if (line < 1 || line > starts.length) {
      return "";
    }
    int from = starts[line - 1];
    int to = line < starts.length ? starts[line] : text.length();
    while (to > from && (text.charAt(to - 1) == '\n' || text.charAt(to - 1) == '\r')) {
      to--;
    }
    return text.substring(from, to);
  }

  /**
   * The offset in {@link #text} of a place.
   *
   * @param line 1-based
   * @param column 1-based, in code points
   */
  public int offset(int line, int column) {
    int[] starts = lineStarts();
    if (line < 1 || line > starts.length) {
      return text.length();
    }
    int from = starts[line - 1];
    int to = line < starts.length ? starts[line] : text.length();
    int[] pairs = surrogatePairs();
    int first = firstAtOrBehind(pairs, from);
    // The pairs before the place are as many as still fit in when each takes up one more char.
    int low = first;
    int high = pairs.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pairs[middle] - from - (middle - first) < column - 1) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (int) Math.min(to, (long) from + column - 1 + (low - first));
  }

  /**
   * The column of an offset: 1-based, in code points.
   *
   * @param offset 0 up to the length of the text
   */
  public int columnOf(int offset) {
    int from = lineStarts()[lineOf(offset) - 1];
    int[] pairs = surrogatePairs();
    int before = firstAtOrBehind(pairs, offset - 1) - firstAtOrBehind(pairs, from);
    return offset - from - Math.max(0, before) + 1;
  }

  /**
   * The line that holds an offset, 1-based; a line break belongs to the line that it ends.
   *
   * @param offset 0 up to the length of the text
   */
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private int[] lineStarts() {
    int[] known = lineStarts;
    if (known == null) {
      known = findLineStarts(text);
      lineStarts = known; // a race writes an equal array twice, which does no harm
    }
    return known;
  }

  private static int firstAtOrBehind(int[] pairs, int offset) {
    int found = Arrays.binarySearch(pairs, offset);
    return found >= 0 ? found : -found - 1;
  }

  /**
   * Offsets of the characters that take up two chars, ascending. Counting them anew for each place
   * would make a long line quadratic.
   */
  private int[] surrogatePairs() {
    int[] known = surrogatePairs;
    if (known == null) {
      known = findSurrogatePairs(text);
      surrogatePairs = known; // a race writes an equal array twice, which does no harm
    }
    return known;
  }

  private static int[] findSurrogatePairs(String text) {
    int[] pairs = new int[0];
    int count = 0;
    for (int i = 0; i + 1 < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))
          && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
        if (count == pairs.length) {
          pairs = Arrays.copyOf(pairs, 16 + count * 2);
        }
        pairs[count++] = i++;
      }
    }
    return Arrays.copyOf(pairs, count);
  }

  private static int[] findLineStarts(String text) {
    int[] starts = new int[64];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public String toString() {
    return path;
  }
}
