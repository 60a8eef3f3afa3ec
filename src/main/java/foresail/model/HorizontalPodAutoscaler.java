package foresail.model;

import foresail.source.Manifest;

/** Changes the replicas of another object between two bounds. */
public record HorizontalPodAutoscaler(
    Manifest manifest,
    ObjectMeta metadata,
    String targetApiVersion,
    String targetKind,
    String targetName,
    int minReplicas,
    int maxReplicas)
    implements KubernetesObject {
  static HorizontalPodAutoscaler of(Manifest manifest, Fields object) {
    Fields spec = object.orEmpty("spec");
    Fields target = spec.orEmpty("scaleTargetRef");
    return new HorizontalPodAutoscaler(
        manifest,
        ObjectMeta.of(object),
        target.string("apiVersion"),
        target.string("kind"),
        target.string("name"),
        spec.intValue("minReplicas"),
        spec.intValue("maxReplicas"));
  }
}
