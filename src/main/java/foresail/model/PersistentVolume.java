package foresail.model;

import foresail.notation.Quantity;
import foresail.source.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * @param claimRef namespace/name of the claim that it is kept for; empty for any
 */
public record PersistentVolume(
    Manifest manifest,
    ObjectMeta metadata,
    Optional<Quantity> storage,
    List<String> accessModes,
    String storageClassName,
    String volumeMode,
    String claimRef,
    Optional<List<Affinity.NodeTerm>> nodeTerms)
    implements KubernetesObject {
  static PersistentVolume of(Manifest manifest, Fields object) {
    Fields spec = object.orEmpty("spec");
    return new PersistentVolume(
        manifest,
        ObjectMeta.of(object),
        spec.orEmpty("capacity").quantity("storage"),
        spec.strings("accessModes"),
        spec.string("storageClassName"),
        spec.string("volumeMode"),
        spec.read("claimRef", ref -> ref.string("namespace") + "/" + ref.string("name")).orElse(""),
        spec.object("nodeAffinity")
            .flatMap(affinity -> affinity.object("required"))
            .map(required -> required.list("nodeSelectorTerms", Affinity.NodeTerm::of)));
  }
}
