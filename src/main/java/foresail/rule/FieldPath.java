package foresail.rule;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.SequenceNode;
import java.util.List;
import java.util.Optional;

/** Paths of fields as the API server prints them: {@code spec.containers[0].env[1].name}. */
final class FieldPath {
  private FieldPath() {}

  /**
   * The path of a field.
   *
   * @param root where paths begin
   * @param value a node below it; one that is not there gives an empty path
   * @param steps from the value to the field
   */
  static String of(Node root, Node value, List<String> steps) {
    var path = new StringBuilder();
    if (root != value && !find(root, value, path)) {
      return "";
    }
    Node current = value;
    for (String step : steps) {
      if (current instanceof SequenceNode list) {
        path.append('[').append(step).append(']');
        int index = Integer.parseInt(step);
        current = index < list.items().size() ? list.items().get(index) : current;
      } else {
        field(path, step);
        Optional<Node> next = current.get(step);
        if (next.isEmpty()) {
          break;
        }
        current = next.get();
      }
    }
    return path.toString();
  }

  private static boolean find(Node from, Node wanted, StringBuilder path) {
    int length = path.length();
    if (from instanceof MappingNode mapping) {
      for (MappingNode.Entry entry : mapping.entries()) {
        field(path, entry.name());
        if (entry.value() == wanted || find(entry.value(), wanted, path)) {
          return true;
        }
        path.setLength(length);
      }
    } else if (from instanceof SequenceNode list) {
      for (int i = 0; i < list.items().size(); i++) {
        path.append('[').append(i).append(']');
        Node item = list.items().get(i);
        if (item == wanted || find(item, wanted, path)) {
          return true;
        }
        path.setLength(length);
      }
    }
    return false;
  }

  private static void field(StringBuilder path, String name) {
    if (path.length() > 0) {
      path.append('.');
    }
    path.append(name);
  }
}
