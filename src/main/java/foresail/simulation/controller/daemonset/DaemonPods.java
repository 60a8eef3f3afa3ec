package foresail.simulation.controller.daemonset;

import foresail.simulation.api.DaemonSet;
import foresail.simulation.api.Node;
import foresail.simulation.api.Pod;
import foresail.simulation.controller.PodPredicates;
import foresail.simulation.controller.RevisionHistory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A DaemonSet's pods, node by node.
 *
 * @param byNode all pods of each node that has some, terminating ones too until they have ended;
 *     nodes in their order
 * @param wanted nodes on which a pod is to run
 * @param hash the newest template's
 */
record DaemonPods(
    DaemonSet set,
    List<Node> nodes,
    Map<String, List<Pod>> byNode,
    List<String> wanted,
    String hash,
    Duration now) {
  static DaemonPods of(DaemonSet set, List<Node> nodes, List<Pod> pods, String hash, Duration now) {
    Map<String, List<Pod>> byNode = new LinkedHashMap<>();
    List<String> wanted = new ArrayList<>();
    for (Node node : nodes) {
      if (NodeChoice.of(set.spec().template().spec(), node).run()) {
        wanted.add(node.name());
      }
    }
    for (Pod pod : pods) {
      if (pod.terminal() && pod.deleting()) {
        continue; // nothing is left to do about it, and its node is free for the next one
      }
      byNode.computeIfAbsent(node(pod), unused -> new ArrayList<>()).add(pod);
    }
    return new DaemonPods(set, nodes, byNode, wanted, hash, now);
  }

  /** Where a pod runs or is to run. */
  private static String node(Pod pod) {
    return pod.nodeName().isEmpty() ? pod.assigned().onlyNode().orElse("") : pod.nodeName();
  }

  List<Pod> on(String node) {
    return byNode.getOrDefault(node, List.of());
  }

  boolean outdated(Pod pod) {
    return !hash.equals(pod.metadata().labels().get(RevisionHistory.LABEL));
  }

  boolean available(Pod pod) {
    return PodPredicates.available(pod, set.spec().minReadySeconds(), now);
  }

  /** How many pods more than one for each node there may be. */
  int maxSurge() {
    return set.spec().maxSurge().scaled(wanted.size(), true);
  }

  /** How many nodes may lack an available pod; unlike a Deployment's it rounds up. */
  int maxUnavailable() {
    int most = set.spec().maxUnavailable().scaled(wanted.size(), true);
    return most == 0 && maxSurge() == 0 ? 1 : most;
  }

  /**
   * What the update has to go by on a node.
   *
   * @param settled false where a pod is terminating, or there are two of a kind
   */
  record Pair(boolean settled, Optional<Pod> old, Optional<Pod> updated) {}

  Pair pair(String node) {
    Optional<Pod> old = Optional.empty();
    Optional<Pod> updated = Optional.empty();
    for (Pod pod : on(node)) {
      Optional<Pod> twin = outdated(pod) ? old : updated;
      if (pod.deleting() || twin.isPresent()) {
        return new Pair(false, Optional.empty(), Optional.empty());
      }
      if (outdated(pod)) {
        old = Optional.of(pod);
      } else {
        updated = Optional.of(pod);
      }
    }
    return new Pair(true, old, updated);
  }

  /** Nodes that have pods or want one, in the order of the nodes. */
  List<String> concerned() {
    List<String> concerned = new ArrayList<>();
    for (Node node : nodes) {
      if (byNode.containsKey(node.name()) || wanted.contains(node.name())) {
        concerned.add(node.name());
      }
    }
    return concerned;
  }
}
