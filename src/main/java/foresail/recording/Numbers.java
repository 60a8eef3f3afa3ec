package foresail.recording;

import foresail.source.Node;
import foresail.source.ScalarNode;

/** Whole numbers of a recording. */
final class Numbers {
  private Numbers() {}

  /** The number that a node or a text holds; the other one where it holds none. */
  static int whole(Node node, int otherwise) {
    return node instanceof ScalarNode scalar ? whole(scalar.text(), otherwise) : otherwise;
  }

  static int whole(String text, int otherwise) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
