package foresail.simulation.scheduler;

import foresail.model.Affinity.PodTerm;
import foresail.model.Preferences;
import foresail.model.Preferences.Weighted;
import foresail.simulation.api.Node;
import foresail.simulation.api.Pod;
import java.util.List;
import java.util.Optional;

/**
 * How near a node is to the pods that a pod would like near, or that would like it near.
 *
 * <p>Source: pkg/scheduler/framework/plugins/interpodaffinity/scoring.go, v1.36.
 */
final class NearnessScore {
  private static final int MOST = 100;

  /** What a pod's required affinity is worth to those that come later (HardPodAffinityWeight). */
  private static final int REQUIRED = 1;

  private final Snapshot cluster;
  private final Neighbours neighbours;
  private final Domains worth = new Domains();

  NearnessScore(Snapshot cluster, Neighbours neighbours) {
    this.cluster = cluster;
    this.neighbours = neighbours;
  }

  long[] of(Pod pod, List<NodeInfo> nodes) {
    Preferences own = cluster.cluster().preferences(pod);
    for (Pod other : cluster.choosy()) {
      Optional<Node> node = cluster.node(other.nodeName());
      if (node.isPresent()) {
        Preferences theirs = cluster.cluster().preferences(other);
        count(theirs.podTerms(), 1, other, pod, node.get());
        count(theirs.antiPodTerms(), -1, other, pod, node.get());
        for (PodTerm term : other.spec().affinity().podTerms()) {
          count(term, REQUIRED, other, pod, node.get());
        }
      }
    }
    if (!own.podTerms().isEmpty() || !own.antiPodTerms().isEmpty()) {
      for (NodeInfo info : cluster.nodes()) {
        for (Pod other : info.pods()) {
          count(own.podTerms(), 1, pod, other, info.node());
          count(own.antiPodTerms(), -1, pod, other, info.node());
        }
      }
    }
    return normalized(nodes);
  }

  private void count(List<Weighted<PodTerm>> terms, int sign, Pod owner, Pod other, Node where) {
    for (Weighted<PodTerm> each : terms) {
      count(each.term(), sign * each.weight(), owner, other, where);
    }
  }

  private void count(PodTerm term, int weight, Pod owner, Pod other, Node where) {
    if (neighbours.matches(term, owner, other)) {
      worth.add(where, term.topologyKey(), weight);
    }
  }

  private long[] normalized(List<NodeInfo> nodes) {
    long[] scores = new long[nodes.size()];
    if (worth.isEmpty()) {
      return scores;
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] = worth.sum(nodes.get(i).node());
    }
    long most = Scores.max(scores);
    long least = Scores.min(scores);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = most == least ? 0 : MOST * (scores[i] - least) / (most - least);
    }
    return scores;
  }
}
