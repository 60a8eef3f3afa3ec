package foresail.rule.check;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.util.List;
import java.util.function.BiConsumer;

/** Visits the scalars of a tree that an author wrote. */
final class Scalars {
  private Scalars() {}

  /**
   * @param visitor told of each scalar and the key that it belongs to, of the nearest mapping
   */
  static void visit(Node node, BiConsumer<String, ScalarNode> visitor) {
    visit(node, "", visitor);
  }

  private static void visit(Node node, String key, BiConsumer<String, ScalarNode> visitor) {
    if (node.added()) {
      return;
    }
    if (node instanceof ScalarNode scalar) {
      visitor.accept(key, scalar);
    } else if (node instanceof SequenceNode list) {
      List<Node> items = list.items();
      for (int i = 0; i < items.size(); i++) {
        visit(items.get(i), key, visitor);
      }
    } else if (node instanceof MappingNode mapping) {
      List<MappingNode.Entry> entries = mapping.entries();
      for (int i = 0; i < entries.size(); i++) {
        visit(entries.get(i).value(), entries.get(i).name(), visitor);
      }
    }
  }
}
