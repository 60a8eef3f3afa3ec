package foresail.schema;

import foresail.source.ScalarNode;

/** Writes a word the way the word that it replaces was written. */
final class Quoting {
  private Quoting() {}

  /** The new text, in the quotes of the old scalar. */
  static String like(ScalarNode old, String text) {
    return switch (old.style()) {
      case DOUBLE_QUOTED -> "\"" + text + "\"";
      case SINGLE_QUOTED -> "'" + text + "'";
      case PLAIN, LITERAL, FOLDED -> text;
    };
  }
}
