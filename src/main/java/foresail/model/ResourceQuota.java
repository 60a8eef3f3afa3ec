package foresail.model;

import foresail.notation.Quantity;
import foresail.source.Manifest;
import java.util.List;
import java.util.Map;

/** Bounds what all pods of a namespace may ask for together. */
public record ResourceQuota(
    Manifest manifest, ObjectMeta metadata, Map<String, Quantity> hard, List<String> scopes)
    implements KubernetesObject {
  static ResourceQuota of(Manifest manifest, Fields object) {
    Fields spec = object.orEmpty("spec");
    return new ResourceQuota(
        manifest, ObjectMeta.of(object), spec.quantities("hard"), spec.strings("scopes"));
  }
}
