package foresail.model;

import foresail.source.Manifest;

/**
 * @param preemptionPolicy {@code PreemptLowerPriority} or {@code Never}
 */
public record PriorityClass(
    Manifest manifest,
    ObjectMeta metadata,
    int value,
    boolean globalDefault,
    String preemptionPolicy)
    implements KubernetesObject {
  static PriorityClass of(Manifest manifest, Fields object) {
    return new PriorityClass(
        manifest,
        ObjectMeta.of(object),
        object.intValue("value"),
        object.bool("globalDefault"),
        object.string("preemptionPolicy"));
  }
}
