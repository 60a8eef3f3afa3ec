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
}
