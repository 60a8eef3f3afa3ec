package foresail.simulation.api;

import foresail.model.KubernetesObject;
import foresail.source.Node;
import java.util.Optional;

/**
 * What {@code kubectl apply} does with replicas: a number that the manifest does not name stays as
 * an autoscaler left it, one that was named before and is not any more becomes the default.
 */
final class AppliedReplicas {
  private AppliedReplicas() {}

  static int of(
      KubernetesObject before, KubernetesObject applied, int current, int appliedReplicas) {
    return written(applied) || written(before) ? appliedReplicas : current;
  }

  private static boolean written(KubernetesObject object) {
    Optional<Node> replicas = object.node().at("spec", "replicas");
    return replicas.filter(node -> !node.added()).isPresent();
  }
}
