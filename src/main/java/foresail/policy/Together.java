package foresail.policy;

import foresail.graph.Graph;
import foresail.model.KubernetesObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Which objects are surely in one cluster. */
final class Together {
  private final Graph graph;
  private final Set<KubernetesObject> existing = Collections.newSetFromMap(new IdentityHashMap<>());

  Together(Graph graph) {
    this.graph = graph;
    existing.addAll(graph.existing());
  }

  /** Whether two are: what the cluster has, and what is applied together. */
  boolean are(KubernetesObject left, KubernetesObject right) {
    return existing.contains(left) || existing.contains(right) || graph.areNeighbours(left, right);
  }

  /** All objects of the cluster and the inputs, without pieces. */
  List<KubernetesObject> all() {
    List<KubernetesObject> all = new ArrayList<>(graph.existing());
    for (KubernetesObject object : graph.objects()) {
      if (!graph.isPartial(object)) {
        all.add(object);
      }
    }
    return all;
  }
}
