package foresail.model;

import foresail.notation.IntOrString;
import foresail.source.Manifest;
import java.util.Optional;

/**
 * @param selector absent selects nothing, an empty one all pods of the namespace
 */
public record PodDisruptionBudget(
    Manifest manifest,
    ObjectMeta metadata,
    Optional<LabelSelector> selector,
    Optional<IntOrString> minAvailable,
    Optional<IntOrString> maxUnavailable)
    implements KubernetesObject {
  static PodDisruptionBudget of(Manifest manifest, Fields object) {
    Fields spec = object.orEmpty("spec");
    return new PodDisruptionBudget(
        manifest,
        ObjectMeta.of(object),
        spec.read("selector", LabelSelector::of),
        spec.intOrString("minAvailable"),
        spec.intOrString("maxUnavailable"));
  }
}
