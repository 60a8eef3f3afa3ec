package foresail.model;

import foresail.source.Node;

/** A key of a ConfigMap or Secret, and the file below the mount that holds it. */
public record KeyToPath(Node node, String key, String path) implements Located {
  static KeyToPath of(Fields item) {
    return new KeyToPath(item.node(), item.string("key"), item.string("path"));
  }
}
