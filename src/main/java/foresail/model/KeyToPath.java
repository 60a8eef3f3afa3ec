package foresail.model;

import foresail.source.Node;
import java.util.Optional;

/**
 * A key of a ConfigMap or Secret, and the file below the mount that holds it.
 *
 * @param mode permissions of the file; empty for the volume's default
 */
public record KeyToPath(Node node, String key, String path, Optional<Integer> mode)
    implements Located {
  static KeyToPath of(Fields item) {
    return new KeyToPath(
        item.node(), item.string("key"), item.string("path"), item.optionalInt("mode"));
  }
}
