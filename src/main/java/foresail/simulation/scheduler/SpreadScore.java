package foresail.simulation.scheduler;

import foresail.model.TopologySpread;
import foresail.simulation.api.Node;
import foresail.simulation.api.OwnerReference;
import foresail.simulation.api.Pod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/**
 * How evenly a group of pods would lie: by the constraints that may be broken; without any, pods of
 * one controller are spread over nodes and zones.
 *
 * <p>Source: pkg/scheduler/framework/plugins/podtopologyspread/scoring.go, v1.36.
 */
final class SpreadScore {
  private static final String ZONE = "topology.kubernetes.io/zone";
  private static final int NODE_SKEW = 3;
  private static final int ZONE_SKEW = 5;
  private static final int MOST = 100;

  private final Snapshot cluster;

  /** How many pods of a group the nodes have that have any. */
  private interface Counts {
    void forEach(ObjIntConsumer<NodeInfo> each);
  }

  SpreadScore(Snapshot cluster) {
    this.cluster = cluster;
  }

  long[] of(Pod pod, List<NodeInfo> nodes) {
    List<TopologySpread> soft = new ArrayList<>();
    for (TopologySpread each : pod.spec().topologySpread()) {
      if (each.whenUnsatisfiable().equals("ScheduleAnyway")) {
        soft.add(each);
      }
    }
    double[] sums = new double[nodes.size()];
    Optional<OwnerReference> controller = pod.metadata().controller();
    if (!soft.isEmpty()) {
      for (TopologySpread each : soft) {
        add(sums, nodes, each.topologyKey(), each.maxSkew(), selected(pod, each));
      }
    } else if (pod.spec().topologySpread().isEmpty() && controller.isPresent()) {
      Map<String, Integer> siblings = cluster.cluster().siblings(controller.get().uid());
      double weight = Math.log(nodes.size() + 2);
      for (int i = 0; i < sums.length; i++) {
        String name = nodes.get(i).node().name();
        sums[i] += siblings.getOrDefault(name, 0) * weight + (NODE_SKEW - 1);
      }
      add(sums, nodes, ZONE, ZONE_SKEW, each -> siblings(siblings, each));
    }
    return normalized(sums);
  }

  private Counts selected(Pod pod, TopologySpread spread) {
    return each -> {
      for (NodeInfo node : cluster.nodes()) {
        if (Spread.included(pod, spread, node.node())) {
          each.accept(node, Spread.count(pod, spread, node));
        }
      }
    };
  }

  private void siblings(Map<String, Integer> counts, ObjIntConsumer<NodeInfo> each) {
    counts.forEach(
        (name, count) -> cluster.cluster().node(name).ifPresent(node -> each.accept(node, count)));
  }

  private static void add(
      double[] sums, List<NodeInfo> nodes, String label, int maxSkew, Counts counts) {
    Set<String> values = new HashSet<>(); // only counted
    for (NodeInfo node : nodes) {
      String value = node.node().metadata().labels().get(label);
      if (value != null) {
        values.add(value);
      }
    }
    if (values.isEmpty()) {
      return;
    }
    var domains = new Domains();
    counts.forEach((node, count) -> domains.add(node.node(), label, count));
    double weight = Math.log(values.size() + 2);
    for (int i = 0; i < sums.length; i++) {
      Node node = nodes.get(i).node();
      if (node.metadata().labels().containsKey(label)) {
        sums[i] += domains.get(node, label) * weight + (maxSkew - 1);
      }
    }
  }

  private static long[] normalized(double[] sums) {
    long[] scores = new long[sums.length];
    for (int i = 0; i < sums.length; i++) {
      scores[i] = Math.round(sums[i]);
    }
    long most = Scores.max(scores);
    long least = Scores.min(scores);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = most == 0 ? MOST : MOST * (most + least - scores[i]) / most;
    }
    return scores;
  }
}
