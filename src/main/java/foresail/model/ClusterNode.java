package foresail.model;

import foresail.notation.Quantity;
import foresail.source.Manifest;
import java.util.List;
import java.util.Map;

/** A machine of the cluster, as {@code kubectl get nodes -o yaml} tells it. */
public record ClusterNode(
    Manifest manifest,
    ObjectMeta metadata,
    boolean unschedulable,
    List<Taint> taints,
    Map<String, Quantity> allocatable)
    implements KubernetesObject {
  /**
   * @param effect NoSchedule, PreferNoSchedule or NoExecute
   */
  public record Taint(String key, String value, String effect) {
    static Taint of(Fields taint) {
      return new Taint(taint.string("key"), taint.string("value"), taint.string("effect"));
    }
  }

  static ClusterNode of(Manifest manifest, Fields object) {
    Fields spec = object.orEmpty("spec");
    Fields status = object.orEmpty("status");
    return new ClusterNode(
        manifest,
        ObjectMeta.of(object),
        spec.bool("unschedulable"),
        spec.list("taints", Taint::of),
        status.object("allocatable").isPresent()
            ? status.quantities("allocatable")
            : status.quantities("capacity"));
  }
}
