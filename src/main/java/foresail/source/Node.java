package foresail.source;

import java.util.Optional;

/**
 * A value of a YAML document as the API server receives it: anchors, merge keys and YAML 1.1
 * scalars are resolved.
 *
 * <p>Nodes never change. The defaults that the server would add become nodes too ({@link #added}).
 */
public sealed interface Node permits MappingNode, SequenceNode, ScalarNode {
  /**
   * The text of this value; for an added node, that of the nearest written parent's key or value.
   */
  Span span();

  /** Whether the server's defaults put it here and not the author. */
  boolean added();

  /**
   * What JSON calls this value: {@code object}, {@code array}, {@code string}, {@code number},
   * {@code bool}, {@code null}.
   */
  String jsonType();

  /** The value of a key; empty where this is no mapping or has no such key. */
  default Optional<Node> get(String key) {
    return Optional.empty();
  }

  /** The value reached by following keys one after the other. */
  default Optional<Node> at(String... keys) {
    Optional<Node> node = Optional.of(this);
    for (String key : keys) {
      node = node.flatMap(parent -> parent.get(key));
    }
    return node;
  }

  /** The text of a string scalar at the key; empty for anything else. */
  default Optional<String> string(String key) {
    return get(key)
        .filter(node -> node instanceof ScalarNode scalar && scalar.type() == ScalarType.STRING)
        .map(node -> ((ScalarNode) node).text());
  }

  /**
   * Whether another value is the same to the API server, wherever and however it is written; the
   * order of keys does not count.
   */
  default boolean sameValue(Node other) {
    if (this instanceof ScalarNode left && other instanceof ScalarNode right) {
      // 1 and 1.0 are the same number once they are JSON.
      return left.jsonType().equals(right.jsonType()) && left.text().equals(right.text());
    }
    if (this instanceof SequenceNode left && other instanceof SequenceNode right) {
      return sameItems(left, right);
    }
    return this instanceof MappingNode left
        && other instanceof MappingNode right
        && sameEntries(left, right);
  }

  private static boolean sameItems(SequenceNode left, SequenceNode right) {
    if (left.items().size() != right.items().size()) {
      return false;
    }
    for (int i = 0; i < left.items().size(); i++) {
      if (!left.items().get(i).sameValue(right.items().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameEntries(MappingNode left, MappingNode right) {
    if (left.entries().size() != right.entries().size()) {
      return false;
    }
    for (MappingNode.Entry entry : left.entries()) {
      if (right.get(entry.name()).filter(entry.value()::sameValue).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
