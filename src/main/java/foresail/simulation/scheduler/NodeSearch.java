package foresail.simulation.scheduler;

import foresail.simulation.api.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for nodes that a pod fits on, each time from where it stopped before. */
final class NodeSearch {
  /** Up to so many nodes all are looked at (minFeasibleNodesToFind). */
  private static final int FEW_NODES = 100;

  private static final Optional<Rejection> NOT_NAMED =
      Optional.of(
          Rejection.incurable(
              Plugin.NODE_AFFINITY, "node(s) didn't satisfy plugin(s) [NodeAffinity]"));

  private final ClusterView cluster;
  private final NodeFilters filters;
  private final Neighbours neighbours;
  private int nextNode;

  NodeSearch(ClusterView cluster, NodeFilters filters, Neighbours neighbours) {
    this.cluster = cluster;
    this.filters = filters;
    this.neighbours = neighbours;
  }

  /**
   * Nodes that pass all filters. In a large cluster some are enough.
   *
   * @param rejections takes why the others do not
   */
  List<NodeInfo> suitable(Placement placement, Map<NodeInfo, Rejection> rejections) {
    Optional<NodeInfo> nominated = cluster.node(placement.pod().status().nominatedNode());
    if (nominated.isPresent() && check(placement, nominated.get()).isEmpty()) {
      return List.of(nominated.get());
    }
    Optional<List<String>> only = placement.only();
    List<NodeInfo> all = cluster.nodes();
    List<NodeInfo> suitable = new ArrayList<>();
    int enough = enough(all.size());
    int looked = 0;
    for (; looked < all.size() && suitable.size() < enough; looked++) {
      NodeInfo node = all.get((nextNode + looked) % all.size());
      Optional<Rejection> rejection =
          only.isPresent() && !only.get().contains(node.node().name())
              ? NOT_NAMED
              : check(placement, node);
      if (rejection.isPresent()) {
        rejections.put(node, rejection.get());
      } else {
        suitable.add(node);
      }
    }
    if (only.isEmpty()) {
      nextNode = (nextNode + looked) % all.size();
    }
    return suitable;
  }

  /** Room that others were promised is taken, unless they have to stand back. */
  private Optional<Rejection> check(Placement placement, NodeInfo node) {
    List<Pod> ahead = cluster.nominated(node.node().name(), placement.pod());
    if (!ahead.isEmpty()) {
      NodeInfo fuller = node.with(ahead);
      Placement there = placement.in(Snapshot.of(cluster).with(fuller), neighbours);
      Optional<Rejection> rejection = filters.check(there, fuller);
      if (rejection.isPresent()) {
        return rejection;
      }
    }
    return filters.check(placement, node);
  }

  /** Source: numFeasibleNodesToFind in pkg/scheduler/schedule_one.go, v1.36. */
  private static int enough(int nodes) {
    if (nodes <= FEW_NODES) {
      return nodes;
    }
    int percent = Math.max(5, 50 - nodes / 125);
    return Math.max(FEW_NODES, nodes * percent / 100);
  }
}
