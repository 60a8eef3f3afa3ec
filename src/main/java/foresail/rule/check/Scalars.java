package foresail.rule.check;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;

/** Visits the scalars of a tree. */
final class Scalars {
  private Scalars() {}

  /** Told of each scalar and the key that it belongs to, of the nearest mapping. */
  @FunctionalInterface
  interface Visitor {
    void visit(String key, ScalarNode value, List<String> path);
  }

  static void visit(Node node, Visitor visitor) {
    visit(node, "", new ArrayList<>(), visitor);
  }

  private static void visit(Node node, String key, List<String> path, Visitor visitor) {
    if (node.added()) {
      return;
    }
    if (node instanceof ScalarNode scalar) {
      visitor.visit(key, scalar, path);
    } else if (node instanceof SequenceNode list) {
      for (int i = 0; i < list.items().size(); i++) {
        path.add(Integer.toString(i));
        visit(list.items().get(i), key, path, visitor);
        path.remove(path.size() - 1);
      }
    } else if (node instanceof MappingNode mapping) {
      for (MappingNode.Entry entry : mapping.entries()) {
        path.add(entry.name());
        visit(entry.value(), entry.name(), path, visitor);
        path.remove(path.size() - 1);
      }
    }
  }
}
