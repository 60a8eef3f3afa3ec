package foresail.output;

import foresail.source.Span;

/**
 * A line of a file with a piece of it underlined, as a terminal shows it: tabs as blanks, wide
 * characters counted twice, and long lines cut around the piece.
 *
 * @param before the visible text before the piece
 * @param piece the visible text that is underlined; may be empty
 * @param after the visible text behind it
 */
record Excerpt(String before, String piece, String after) {
  private static final int TAB = 4;

  /** A line that is longer is cut. */
  private static final int WIDEST = 120;

  /** What is kept before the piece where a line is cut. */
  private static final int BEFORE = 40;

  private static final String CUT = "...";

  static Excerpt of(Span span) {
    String text = span.file().line(span.line());
    int from = text.offsetByCodePoints(0, Math.min(span.column() - 1, points(text)));
    int to =
        span.endLine() == span.line()
            ? text.offsetByCodePoints(0, Math.min(span.endColumn() - 1, points(text)))
            : text.stripTrailing().length();
    to = Math.max(from, to);
    int start = 0;
    int end = text.length();
    if (end > WIDEST) {
      start = from > BEFORE ? from - BEFORE : 0;
      end = Math.min(end, start + WIDEST);
      start = inPair(text, start) ? start + 1 : start;
      end = inPair(text, end) ? end - 1 : end;
      to = Math.min(to, end);
    }
    String head = start > 0 ? CUT : "";
    String before = head + shown(text, start, from);
    String piece = shown(text, from, Math.max(from, to));
    String after = shown(text, Math.max(from, to), end) + (end < text.length() ? CUT : "");
    return new Excerpt(before, piece, after);
  }

  /** The visible text. */
  String line() {
    return before + piece + after;
  }

  /** Columns before the underline. */
  int indent() {
    return width(before);
  }

  /** Columns of the underline, at least 1. */
  int width() {
    return Math.max(1, width(piece));
  }

  private static int points(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean inPair(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
  }

  private static String shown(String text, int from, int to) {
    return Printable.of(text.substring(from, to).replace("\t", " ".repeat(TAB)));
  }

  private static int width(String shown) {
    return shown.codePoints().map(Printable::width).sum();
  }
}
