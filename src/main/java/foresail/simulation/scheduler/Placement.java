package foresail.simulation.scheduler;

import foresail.model.Affinity.NodeTerm;
import foresail.model.LabelSelector.Requirement;
import foresail.simulation.api.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One try to place a pod: what is counted once, before any node is looked at (PreFilter).
 *
 * @param spread how the pods are spread with which it wants to be spread
 * @param affinity where pods are that it wants near or far, or that want it far
 */
record Placement(Pod pod, Spread spread, PodAffinity affinity) {
  static Placement of(Pod pod, Snapshot cluster, Neighbours neighbours) {
    return new Placement(pod, Spread.of(pod, cluster), PodAffinity.of(pod, cluster, neighbours));
  }

  /** The same try in another cluster. */
  Placement in(Snapshot cluster, Neighbours neighbours) {
    return spread.isEmpty() && affinity.isIndifferent(cluster)
        ? this
        : of(pod, cluster, neighbours);
  }

  /**
   * The names of the only nodes that are looked at; empty for all: the scheduler passes over all
   * others where the pod's terms name nodes (PreFilter of NodeAffinity, v1.36).
   */
  Optional<List<String>> only() {
    if (pod.assigned().onlyNode().isPresent()) {
      return Optional.of(List.of(pod.assigned().onlyNode().get()));
    }
    List<NodeTerm> terms = pod.spec().affinity().nodeTerms().orElse(List.of());
    List<String> names = new ArrayList<>();
    for (NodeTerm term : terms) {
      Optional<Requirement> named =
          term.matchFields().stream()
              .filter(field -> field.key().equals("metadata.name") && field.operator().equals("In"))
              .findFirst();
      if (named.isEmpty()) {
        return Optional.empty();
      }
      names.addAll(named.get().values());
    }
    return terms.isEmpty() ? Optional.empty() : Optional.of(names);
  }
}
