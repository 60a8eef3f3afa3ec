package foresail.model;

import foresail.notation.IntOrString;
import foresail.source.Manifest;
import java.util.Optional;

/**
 * Keeps replicas of a template and replaces them when the template changes.
 *
 * @param recreate whether old pods go before new ones come; else they roll
 * @param maxSurge how many pods more than replicas; a percentage rounds up
 * @param maxUnavailable how many replicas may be missing; a percentage rounds down
 * @param progressDeadlineSeconds 600 by default
 */
public record Deployment(
    Manifest manifest,
    ObjectMeta metadata,
    Optional<LabelSelector> selector,
    PodTemplate template,
    int replicas,
    boolean recreate,
    IntOrString maxSurge,
    IntOrString maxUnavailable,
    int minReadySeconds,
    int progressDeadlineSeconds,
    int revisionHistoryLimit,
    boolean paused)
    implements Workload {
  static Deployment of(Manifest manifest, Fields object) {
    Fields spec = object.orEmpty("spec");
    Fields strategy = spec.orEmpty("strategy");
    Fields rolling = strategy.orEmpty("rollingUpdate");
    return new Deployment(
        manifest,
        ObjectMeta.of(object),
        spec.read("selector", LabelSelector::of),
        PodTemplate.of(spec.orEmpty("template")),
        spec.intValue("replicas"),
        strategy.string("type").equals("Recreate"),
        rolling.intOrString("maxSurge").orElse(IntOrString.of(0)),
        rolling.intOrString("maxUnavailable").orElse(IntOrString.of(0)),
        spec.intValue("minReadySeconds"),
        spec.intValue("progressDeadlineSeconds"),
        spec.intValue("revisionHistoryLimit"),
        spec.bool("paused"));
  }
}
