package foresail.output;

import java.util.ArrayList;
import java.util.List;

/** Fits texts into lines and columns. */
final class Wrapping {
  private Wrapping() {}

  /**
   * Lines of at most so many columns, broken at blanks; words that are longer are cut.
   *
   * @param text safe for a terminal
   * @param width at least 1
   */
  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    int columns = 0;
    for (String word : text.split(" ", -1)) {
      int wide = width(word);
      if (columns > 0 && columns + 1 + wide > width) {
        lines.add(line.toString());
        line.setLength(0);
        columns = 0;
      } else if (columns > 0) {
        line.append(' ');
        columns++;
      }
      while (columns + wide > width) {
        int fits = fitting(word, width - columns);
        line.append(word, 0, fits);
        lines.add(line.toString());
        line.setLength(0);
        columns = 0;
        word = word.substring(fits);
        wide = width(word);
      }
      line.append(word);
      columns += wide;
    }
    lines.add(line.toString());
    return lines;
  }

  /** How many columns a text takes. */
  static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width += Printable.width(text.codePointAt(i));
    }
    return width;
  }

  /** How many characters of a word fit into some columns; at least one code point. */
  private static int fitting(String word, int columns) {
    int at = Character.charCount(word.codePointAt(0));
    int used = Printable.width(word.codePointAt(0));
    while (at < word.length() && used + Printable.width(word.codePointAt(at)) <= columns) {
      used += Printable.width(word.codePointAt(at));
      at += Character.charCount(word.codePointAt(at));
    }
    return at;
  }

  /** The text in at most so many columns: where it is longer, its middle is left out. */
  static String shortened(String text, int columns, boolean unicode) {
    if (width(text) <= columns) {
      return text;
    }
    int keep = Math.max(2, columns - 1);
    int[] points = text.codePoints().toArray();
    int head = 0;
    for (int used = 0; used + Printable.width(points[head]) <= keep - keep / 2; head++) {
      used += Printable.width(points[head]);
    }
    int tail = points.length;
    for (int used = 0; used + Printable.width(points[tail - 1]) <= keep / 2; tail--) {
      used += Printable.width(points[tail - 1]);
    }
    String mark = unicode ? "\u2026" : "~";
    return new String(points, 0, head) + mark + new String(points, tail, points.length - tail);
  }

  /** How wide each column has to be for its cells; all lines have as many. */
  static int[] widths(List<List<String>> lines) {
    int[] widths = new int[lines.get(0).size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(line.get(i)));
      }
    }
    return widths;
  }
}
