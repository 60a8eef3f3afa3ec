package foresail.schema.defaults;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;

/** Copies of written values that the server puts into other fields. */
final class Added {
  private Added() {}

  /** The same value as an added one; it points at the text of the written one. */
  static Node copy(Node node) {
    if (node instanceof ScalarNode scalar) {
      return new ScalarNode(
          scalar.text(), scalar.written(), scalar.type(), scalar.style(), scalar.span(), true);
    }
    if (node instanceof SequenceNode sequence) {
      return new SequenceNode(sequence.items(), sequence.span(), true);
    }
    return new MappingNode(((MappingNode) node).entries(), node.span(), true);
  }
}
