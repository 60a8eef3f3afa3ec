package foresail.simulation.scheduler;

import foresail.simulation.api.Node;
import foresail.simulation.api.Pod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The cluster as it is, or as it would be with one node changed.
 *
 * @param instead stands in for the node of its name; empty for the cluster as it is
 */
record Snapshot(ClusterView cluster, Optional<NodeInfo> instead) {
  static Snapshot of(ClusterView cluster) {
    return new Snapshot(cluster, Optional.empty());
  }

  /** The same with a node that has other pods. */
  Snapshot with(NodeInfo node) {
    return new Snapshot(cluster, Optional.of(node));
  }

  List<NodeInfo> nodes() {
    if (instead.isEmpty()) {
      return cluster.nodes();
    }
    List<NodeInfo> nodes = new ArrayList<>(cluster.nodes().size());
    for (NodeInfo info : cluster.nodes()) {
      nodes.add(isInstead(info.node().name()) ? instead.get() : info);
    }
    return nodes;
  }

  /** Pods on nodes that want other pods near or far, or would like to. */
  Collection<Pod> choosy() {
    if (instead.isEmpty() || cluster.choosy().isEmpty()) {
      return cluster.choosy();
    }
    List<Pod> choosy = new ArrayList<>();
    for (Pod pod : cluster.choosy()) {
      if (!isInstead(pod.nodeName()) || instead.get().has(pod)) {
        choosy.add(pod);
      }
    }
    return choosy;
  }

  Optional<Node> node(String name) {
    return cluster.node(name).map(NodeInfo::node);
  }

  private boolean isInstead(String node) {
    return instead.isPresent() && instead.get().node().name().equals(node);
  }
}
