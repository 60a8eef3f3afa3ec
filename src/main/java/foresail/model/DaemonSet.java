package foresail.model;

import foresail.notation.IntOrString;
import foresail.source.Manifest;
import java.util.Optional;

/** Keeps one pod on each node that suits. */
public record DaemonSet(
    Manifest manifest,
    ObjectMeta metadata,
    Optional<LabelSelector> selector,
    PodTemplate template,
    boolean onDelete,
    IntOrString maxSurge,
    IntOrString maxUnavailable,
    int minReadySeconds)
    implements Workload {
  static DaemonSet of(Manifest manifest, Fields object) {
    Fields spec = object.orEmpty("spec");
    Fields strategy = spec.orEmpty("updateStrategy");
    Fields rolling = strategy.orEmpty("rollingUpdate");
    return new DaemonSet(
        manifest,
        ObjectMeta.of(object),
        spec.read("selector", LabelSelector::of),
        PodTemplate.of(spec.orEmpty("template")),
        strategy.string("type").equals("OnDelete"),
        rolling.intOrString("maxSurge").orElse(IntOrString.of(0)),
        rolling.intOrString("maxUnavailable").orElse(IntOrString.of(0)),
        spec.intValue("minReadySeconds"));
  }
}
