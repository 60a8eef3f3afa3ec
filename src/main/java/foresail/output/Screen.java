package foresail.output;

import static java.util.Objects.requireNonNull;

/**
 * What a text is shown on.
 *
 * @param unicode whether signs beyond ASCII are shown
 * @param columns the width of a terminal; 0 where lines may have any length
 */
public record Screen(Style style, boolean unicode, int columns) {
  /** Of drawings where lines may have any length. */
  private static final int USUAL = 100;

  /** What is narrower is drawn as if it were so wide. */
  private static final int NARROWEST = 40;

  public Screen {
    requireNonNull(style);
  }

  /** How wide a drawing may be. */
  int drawing() {
    return columns == 0 ? USUAL : Math.max(NARROWEST, columns);
  }

  /** How wide a line of text may be. */
  int text() {
    return columns == 0 ? Integer.MAX_VALUE : Math.max(NARROWEST, columns);
  }
}
