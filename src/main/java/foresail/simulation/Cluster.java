package foresail.simulation;

import foresail.model.KubernetesObject;
import foresail.simulation.api.Node;
import foresail.simulation.facts.Facts;
import java.util.List;

/**
 * The cluster before the run.
 *
 * @param release minor number of the Kubernetes release: 36 for 1.36
 * @param nodes at least one, unless the cluster has none
 * @param objects those that exist before, with the server's defaults
 */
public record Cluster(int release, List<Node> nodes, List<KubernetesObject> objects, Facts facts) {
  public Cluster {
    nodes = List.copyOf(nodes);
    objects = List.copyOf(objects);
  }
}
