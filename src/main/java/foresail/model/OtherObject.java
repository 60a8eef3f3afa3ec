package foresail.model;

import foresail.source.Manifest;

/**
 * An object of a kind that nothing here needs to know more of than its name, labels and node tree.
 */
public record OtherObject(Manifest manifest, ObjectMeta metadata) implements KubernetesObject {
  static OtherObject of(Manifest manifest, Fields object) {
    return new OtherObject(manifest, ObjectMeta.of(object));
  }
}
