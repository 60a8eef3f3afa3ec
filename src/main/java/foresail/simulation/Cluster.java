package foresail.simulation;

import foresail.model.KubernetesObject;
import foresail.simulation.api.Node;
import foresail.simulation.api.StorageClass;
import foresail.simulation.facts.Facts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The cluster before the run.
 *
 * @param release minor number of the Kubernetes release: 36 for 1.36
 * @param nodes at least one, unless the cluster has none
 * @param storageClasses those that the cluster brings along
 * @param provisioning how long a StorageClass of the manifests takes for a volume; empty where no
 *     provisioner but those of the cluster's own classes runs
 * @param objects those that exist before, with the server's defaults
 */
public record Cluster(
    int release,
    List<Node> nodes,
    List<StorageClass> storageClasses,
    Optional<Duration> provisioning,
    List<KubernetesObject> objects,
    Facts facts) {
  public Cluster {
    nodes = List.copyOf(nodes);
    storageClasses = List.copyOf(storageClasses);
    objects = List.copyOf(objects);
  }
}
