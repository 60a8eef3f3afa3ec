package foresail.simulation;

import foresail.model.KubernetesObject;
import java.time.Duration;
import java.util.List;

/** Something that the user does to the cluster during a run. */
public sealed interface Step {
  /** Since the start of the run. */
  Duration at();

  /**
   * {@code kubectl apply} of objects, one request after the other.
   *
   * @param objects with the server's defaults
   */
  record Apply(Duration at, List<KubernetesObject> objects) implements Step {
    public Apply {
      objects = List.copyOf(objects);
    }
  }

  /**
   * {@code kubectl delete} of one object.
   *
   * @param kind as a manifest names it: {@code Pod}
   */
  record Delete(Duration at, String kind, String name) implements Step {}

  /** The kubelet of a node goes silent; its containers run on. */
  record StopNode(Duration at, String node) implements Step {}

  /** The kubelet of a node that was silent is back. */
  record StartNode(Duration at, String node) implements Step {}
}
