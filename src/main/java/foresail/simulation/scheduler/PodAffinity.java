package foresail.simulation.scheduler;

import foresail.model.Affinity.PodTerm;
import foresail.simulation.api.Node;
import foresail.simulation.api.Pod;
import java.util.List;
import java.util.Optional;

/**
 * Whether a node is near the pods that a pod wants near, and far from those that it, or they, want
 * far.
 *
 * <p>Source: pkg/scheduler/framework/plugins/interpodaffinity/filtering.go, v1.36.
 */
final class PodAffinity {
  private final List<PodTerm> near;
  private final List<PodTerm> far;

  /** Where pods are that want the pod far. */
  private final Domains repelled = new Domains();

  /** Where pods are that all terms of the pod mean. */
  private final Domains wanted = new Domains();

  private final Domains unwanted = new Domains();
  private boolean first;

  private PodAffinity(Pod pod) {
    this.near = pod.spec().affinity().podTerms();
    this.far = pod.spec().affinity().antiPodTerms();
  }

  static PodAffinity of(Pod pod, Snapshot cluster, Neighbours others) {
    var affinity = new PodAffinity(pod);
    for (Pod other : cluster.choosy()) {
      for (PodTerm term : other.spec().affinity().antiPodTerms()) {
        if (others.matches(term, other, pod)) {
          cluster
              .node(other.nodeName())
              .ifPresent(node -> affinity.repelled.add(node, term.topologyKey(), 1));
        }
      }
    }
    if (!affinity.near.isEmpty() || !affinity.far.isEmpty()) {
      for (NodeInfo info : cluster.nodes()) {
        for (Pod other : info.pods()) {
          affinity.count(pod, info.node(), other, others);
        }
      }
      // The first pod of a group that wants to be near itself may go anywhere.
      affinity.first = affinity.wanted.isEmpty() && others.matchesAll(affinity.near, pod, pod);
    }
    return affinity;
  }

  private void count(Pod pod, Node node, Pod other, Neighbours others) {
    if (!near.isEmpty() && others.matchesAll(near, pod, other)) {
      near.forEach(term -> wanted.add(node, term.topologyKey(), 1));
    }
    for (PodTerm term : far) {
      if (others.matches(term, pod, other)) {
        unwanted.add(node, term.topologyKey(), 1);
      }
    }
  }

  /** Whether nothing depends on which pods are where. */
  boolean isIndifferent(Snapshot cluster) {
    return near.isEmpty() && far.isEmpty() && cluster.choosy().isEmpty();
  }

  Optional<Rejection> check(Node node) {
    if (!near.isEmpty() && !nearEnough(node)) {
      return Optional.of(
          Rejection.incurable(
              Plugin.INTER_POD_AFFINITY, "node(s) didn't match pod affinity rules"));
    }
    for (PodTerm term : far) {
      if (unwanted.get(node, term.topologyKey()) > 0) {
        return Optional.of(
            Rejection.curable(
                Plugin.INTER_POD_AFFINITY, "node(s) didn't match pod anti-affinity rules"));
      }
    }
    return repelled.isEmpty() || repelled.sum(node) == 0
        ? Optional.empty()
        : Optional.of(
            Rejection.curable(
                Plugin.INTER_POD_AFFINITY,
                "node(s) didn't satisfy existing pods anti-affinity rules"));
  }

  private boolean nearEnough(Node node) {
    boolean all = true;
    for (PodTerm term : near) {
      if (!node.metadata().labels().containsKey(term.topologyKey())) {
        return false;
      }
      all &= wanted.get(node, term.topologyKey()) > 0;
    }
    return all || first;
  }
}
