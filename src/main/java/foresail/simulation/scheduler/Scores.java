package foresail.simulation.scheduler;

import foresail.model.Affinity.NodeTerm;
import foresail.model.Preferences.Weighted;
import foresail.simulation.api.Node;
import foresail.simulation.api.Pod;
import java.util.List;

/**
 * Which of several nodes that all suit a pod is the best: the scheduler's plugins give each 0 to
 * 100, weighted. The scheduler takes any of the best ones; here it is the one looked at first.
 *
 * <p>Image locality is left out: which node has which image is not known.
 *
 * <p>Source: pkg/scheduler/apis/config/v1/default_plugins.go (weights) and
 * framework/plugins/{tainttoleration,nodeaffinity,noderesources}, v1.36.
 */
final class Scores {
  private static final int MOST = 100;

  private final Snapshot cluster;
  private final Neighbours neighbours;

  Scores(Snapshot cluster, Neighbours neighbours) {
    this.cluster = cluster;
    this.neighbours = neighbours;
  }

  /**
   * @param nodes at least one
   */
  NodeInfo best(Pod pod, List<NodeInfo> nodes) {
    if (nodes.size() == 1) {
      return nodes.get(0);
    }
    long[] total = new long[nodes.size()];
    add(total, 1, leastAllocated(pod, nodes));
    add(total, 1, balanced(pod, nodes));
    add(total, 3, unlikedTaints(pod, nodes));
    add(total, 2, likedNodes(pod, nodes));
    add(total, 2, new SpreadScore(cluster).of(pod, nodes));
    add(total, 2, new NearnessScore(cluster, neighbours).of(pod, nodes));
    int best = 0;
    for (int i = 1; i < total.length; i++) {
      best = total[i] > total[best] ? i : best;
    }
    return nodes.get(best);
  }

  private static void add(long[] total, int weight, long[] scores) {
    for (int i = 0; i < scores.length; i++) {
      total[i] += weight * scores[i];
    }
  }

  private long[] leastAllocated(Pod pod, List<NodeInfo> nodes) {
    Requests requests = cluster.cluster().requests(pod);
    long[] scores = new long[nodes.size()];
    for (int i = 0; i < scores.length; i++) {
      NodeInfo node = nodes.get(i);
      long cpu = Math.max(0, node.capacity(Requests.CPU));
      long memory = Math.max(0, node.capacity(Requests.MEMORY));
      int known = (cpu > 0 ? 1 : 0) + (memory > 0 ? 1 : 0);
      long left =
          left(cpu, node.usualCpu() + requests.usualCpu())
              + left(memory, node.usualMemory() + requests.usualMemory());
      scores[i] = known == 0 ? 0 : left / known;
    }
    return scores;
  }

  private static long left(long capacity, long used) {
    return capacity == 0 || used > capacity ? 0 : (capacity - used) * MOST / capacity;
  }

  /** A pod that asks for nothing is no reason to balance. */
  private long[] balanced(Pod pod, List<NodeInfo> nodes) {
    Requests requests = cluster.cluster().requests(pod);
    long[] scores = new long[nodes.size()];
    if (requests.basic().get(Requests.CPU) == 0 && requests.basic().get(Requests.MEMORY) == 0) {
      return scores;
    }
    for (int i = 0; i < scores.length; i++) {
      NodeInfo node = nodes.get(i);
      double cpu = share(node, Requests.CPU, requests);
      double memory = share(node, Requests.MEMORY, requests);
      scores[i] = (long) ((1 - Math.abs(cpu - memory) / 2) * MOST);
    }
    return scores;
  }

  private static double share(NodeInfo node, int resource, Requests requests) {
    double capacity = node.capacity(resource);
    double used = node.used(resource) + requests.basic().get(resource);
    return capacity <= 0 ? 0 : Math.min(1, used / capacity);
  }

  private static long[] unlikedTaints(Pod pod, List<NodeInfo> nodes) {
    long[] counts = new long[nodes.size()];
    for (int i = 0; i < counts.length; i++) {
      Node node = nodes.get(i).node();
      counts[i] = node.taints().isEmpty() ? 0 : NodeMatch.disliked(pod, node);
    }
    long most = max(counts);
    for (int i = 0; i < counts.length; i++) {
      counts[i] = most == 0 ? MOST : MOST - MOST * counts[i] / most;
    }
    return counts;
  }

  private long[] likedNodes(Pod pod, List<NodeInfo> nodes) {
    long[] sums = new long[nodes.size()];
    List<Weighted<NodeTerm>> terms = cluster.cluster().preferences(pod).nodeTerms();
    if (terms.isEmpty()) {
      return sums;
    }
    for (int i = 0; i < sums.length; i++) {
      for (Weighted<NodeTerm> each : terms) {
        sums[i] += NodeMatch.anyTerm(List.of(each.term()), nodes.get(i).node()) ? each.weight() : 0;
      }
    }
    long most = max(sums);
    for (int i = 0; i < sums.length; i++) {
      sums[i] = most == 0 ? 0 : MOST * sums[i] / most;
    }
    return sums;
  }

  static long max(long[] values) {
    long max = values[0];
    for (long value : values) {
      max = Math.max(max, value);
    }
    return max;
  }

  static long min(long[] values) {
    long min = values[0];
    for (long value : values) {
      min = Math.min(min, value);
    }
    return min;
  }
}
