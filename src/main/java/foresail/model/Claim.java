package foresail.model;

import foresail.source.Manifest;

/** A PersistentVolumeClaim. */
public record Claim(Manifest manifest, ObjectMeta metadata, ClaimSpec spec)
    implements KubernetesObject {
  static Claim of(Manifest manifest, Fields object) {
    return new Claim(manifest, ObjectMeta.of(object), ClaimSpec.of(object.orEmpty("spec")));
  }
}
