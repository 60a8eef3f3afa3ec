package foresail.model;

import foresail.source.Manifest;
import java.util.Optional;

/** The older form of a ReplicaSet: its selector is a plain map of labels. */
public record ReplicationController(
    Manifest manifest,
    ObjectMeta metadata,
    Optional<LabelSelector> selector,
    PodTemplate template,
    int replicas,
    int minReadySeconds)
    implements Workload {
  static ReplicationController of(Manifest manifest, Fields object) {
    Fields spec = object.orEmpty("spec");
    return new ReplicationController(
        manifest,
        ObjectMeta.of(object),
        Optional.of(LabelSelector.ofMap(spec, "selector")),
        PodTemplate.of(spec.orEmpty("template")),
        spec.intValue("replicas"),
        spec.intValue("minReadySeconds"));
  }
}
