package foresail.source;

/** Joins the lines of a scalar: one line break becomes a blank, and of more the first goes. */
final class Folding {
  private Folding() {}

  /**
   * Adds line breaks.
   *
   * @param breaks 0 or more
   * @param folded whether the lines are joined, and not kept
   */
  static void append(StringBuilder value, int breaks, boolean folded) {
    if (folded && breaks == 1) {
      value.append(' ');
      return;
    }
    for (int i = folded ? 1 : 0; i < breaks; i++) {
      value.append('\n');
    }
  }
}
