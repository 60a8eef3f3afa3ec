package foresail.simulation.scheduler;

import foresail.model.Affinity.PodTerm;
import foresail.model.LabelSelector;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Pod;
import foresail.simulation.store.ApiServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a node is near the pods that a pod wants near, and far from those that it, or they, want
 * far.
 *
 * <p>Source: pkg/scheduler/framework/plugins/interpodaffinity/filtering.go, v1.36.
 */
final class PodAffinity {
  private final ApiServer api;
  private final ClusterView cluster;

  PodAffinity(ApiServer api, ClusterView cluster) {
    this.api = api;
    this.cluster = cluster;
  }

  Optional<Rejection> check(Pod pod, NodeInfo node) {
    if (!affine(pod, node)) {
      return Optional.of(Rejection.incurable("node(s) didn't match pod affinity rules"));
    }
    for (PodTerm term : pod.spec().affinity().antiPodTerms()) {
      if (matchIn(term, pod, node)) {
        return Optional.of(Rejection.curable("node(s) didn't match pod anti-affinity rules"));
      }
    }
    if (repelled(pod, node)) {
      return Optional.of(
          Rejection.curable("node(s) didn't satisfy existing pods anti-affinity rules"));
    }
    return Optional.empty();
  }

  private boolean affine(Pod pod, NodeInfo node) {
    List<PodTerm> terms = pod.spec().affinity().podTerms();
    if (terms.isEmpty()) {
      return true;
    }
    boolean all = true;
    for (PodTerm term : terms) {
      if (!label(node, term).isPresent()) {
        return false;
      }
      all &= matchIn(term, pod, node);
    }
    return all || isFirst(pod, terms);
  }

  /** The first pod of a group that wants to be near itself may go anywhere. */
  private boolean isFirst(Pod pod, List<PodTerm> terms) {
    for (PodTerm term : terms) {
      if (!matches(term, pod, pod)) {
        return false;
      }
    }
    for (NodeInfo info : cluster.nodes()) {
      for (Pod other : info.pods()) {
        if (terms.stream().allMatch(term -> matches(term, pod, other))) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean repelled(Pod pod, NodeInfo node) {
    for (NodeInfo info : cluster.nodes()) {
      for (Pod other : info == node || info.node() == node.node() ? node.pods() : info.pods()) {
        for (PodTerm term : other.spec().affinity().antiPodTerms()) {
          if (sameDomain(info, node, term) && matches(term, other, pod)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether some pod in the node's domain matches a term of the pod. */
  private boolean matchIn(PodTerm term, Pod pod, NodeInfo node) {
    for (NodeInfo info : cluster.nodes()) {
      boolean same = info.node().name().equals(node.node().name());
      if (!same && !sameDomain(info, node, term)) {
        continue;
      }
      if (label(node, term).isEmpty()) {
        continue;
      }
      for (Pod other : same ? node.pods() : info.pods()) {
        if (matches(term, pod, other)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Optional<String> label(NodeInfo node, PodTerm term) {
    return Optional.ofNullable(node.node().metadata().labels().get(term.topologyKey()));
  }

  private static boolean sameDomain(NodeInfo a, NodeInfo b, PodTerm term) {
    Optional<String> label = label(a, term);
    return label.isPresent() && label.equals(label(b, term));
  }

  /** Whether a term of the owner means the other pod. */
  private boolean matches(PodTerm term, Pod owner, Pod other) {
    Optional<LabelSelector> selector = term.selector();
    return selector.isPresent()
        && inNamespace(term, owner, other)
        && selector.get().matches(other.metadata().labels());
  }

  private boolean inNamespace(PodTerm term, Pod owner, Pod other) {
    if (term.namespaces().contains(other.namespace())) {
      return true;
    }
    if (term.namespaceSelector().isPresent()) {
      return term.namespaceSelector()
          .get()
          .matches(
              api.get(Declared.NAMESPACE, "", other.namespace())
                  .map(namespace -> namespace.metadata().labels())
                  .orElseGet(Map::of));
    }
    return term.namespaces().isEmpty() && owner.namespace().equals(other.namespace());
  }
}
