package foresail.model;

import foresail.source.Manifest;
import java.util.Optional;

/** Keeps replicas of a template. */
public record ReplicaSet(
    Manifest manifest,
    ObjectMeta metadata,
    Optional<LabelSelector> selector,
    PodTemplate template,
    int replicas,
    int minReadySeconds)
    implements Workload {
  static ReplicaSet of(Manifest manifest, Fields object) {
    Fields spec = object.orEmpty("spec");
    return new ReplicaSet(
        manifest,
        ObjectMeta.of(object),
        spec.read("selector", LabelSelector::of),
        PodTemplate.of(spec.orEmpty("template")),
        spec.intValue("replicas"),
        spec.intValue("minReadySeconds"));
  }
}
