package foresail.schema.json;

import foresail.source.Node;
import foresail.source.ScalarNode;

/** A value as a message shows it: scalars as they are, the rest by their type. */
final class GivenValue {
  private GivenValue() {}

  static String of(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.isString() ? "\"" + scalar.text() + "\"" : scalar.text();
    }
    return "\"" + node.jsonType() + "\"";
  }
}
