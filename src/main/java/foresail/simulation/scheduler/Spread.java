package foresail.simulation.scheduler;

import foresail.model.TopologySpread;
import foresail.simulation.api.Node;
import foresail.simulation.api.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether a pod on a node would make its group too uneven.
 *
 * <p>Source: pkg/scheduler/framework/plugins/podtopologyspread/{common,filtering}.go, v1.36.
 */
final class Spread {
  private static final String REASON = "node(s) didn't match pod topology spread constraints";
  private static final List<String> KEEPS_AWAY = List.of("NoSchedule", "NoExecute");

  private final List<Constraint> constraints;

  /**
   * @param self 1 where the pod is one of its own group
   * @param counts pods of the group by the label's value, of all values that count
   */
  private record Constraint(TopologySpread spread, int self, Map<String, Integer> counts) {
    boolean tooUneven(String domain) {
      int least = counts.values().stream().min(Integer::compare).orElse(0);
      if (spread.minDomains().filter(domains -> counts.size() < domains).isPresent()) {
        least = 0;
      }
      return counts.getOrDefault(domain, 0) + self - least > spread.maxSkew();
    }
  }

  private Spread(List<Constraint> constraints) {
    this.constraints = constraints;
  }

  static Spread of(Pod pod, Snapshot cluster) {
    List<TopologySpread> hard = new ArrayList<>();
    for (TopologySpread each : pod.spec().topologySpread()) {
      if (each.whenUnsatisfiable().equals("DoNotSchedule")) {
        hard.add(each);
      }
    }
    List<Constraint> constraints = new ArrayList<>();
    for (TopologySpread each : hard) {
      Map<String, Integer> counts = counts(pod, each, hard, cluster.nodes());
      constraints.add(new Constraint(each, means(each, pod, pod) ? 1 : 0, counts));
    }
    return new Spread(constraints);
  }

  private static Map<String, Integer> counts(
      Pod pod, TopologySpread spread, List<TopologySpread> all, List<NodeInfo> nodes) {
    Map<String, Integer> counts = new TreeMap<>();
    for (NodeInfo info : nodes) {
      if (hasAll(info.node(), all) && included(pod, spread, info.node())) {
        counts.merge(
            info.node().metadata().labels().get(spread.topologyKey()),
            count(pod, spread, info),
            Integer::sum);
      }
    }
    return counts;
  }

  private static boolean hasAll(Node node, List<TopologySpread> constraints) {
    for (TopologySpread each : constraints) {
      if (!node.metadata().labels().containsKey(each.topologyKey())) {
        return false;
      }
    }
    return true;
  }

  /** Whether a node counts at all. */
  static boolean included(Pod pod, TopologySpread spread, Node node) {
    return (!spread.honorsAffinity() || NodeMatch.wanted(pod, node))
        && (!spread.honorsTaints() || NodeMatch.untolerated(pod, node, KEEPS_AWAY).isEmpty());
  }

  /** How many pods of the group a node has. */
  static int count(Pod pod, TopologySpread spread, NodeInfo info) {
    int count = 0;
    for (Pod other : info.pods()) {
      count +=
          other.namespace().equals(pod.namespace())
                  && !other.deleting()
                  && means(spread, pod, other)
              ? 1
              : 0;
    }
    return count;
  }

  private static boolean means(TopologySpread spread, Pod pod, Pod other) {
    Map<String, String> labels = other.metadata().labels();
    for (String key : spread.matchLabelKeys()) {
      String own = pod.metadata().labels().get(key);
      if (own != null && !own.equals(labels.get(key))) {
        return false;
      }
    }
    return spread.selector().filter(each -> each.matches(labels)).isPresent();
  }

  boolean isEmpty() {
    return constraints.isEmpty();
  }

  Optional<Rejection> check(Node node) {
    for (Constraint constraint : constraints) {
      String domain = node.metadata().labels().get(constraint.spread().topologyKey());
      if (domain == null) {
        return Optional.of(
            Rejection.incurable(Plugin.POD_TOPOLOGY_SPREAD, REASON + " (missing required label)"));
      }
      if (constraint.tooUneven(domain)) {
        return Optional.of(Rejection.curable(Plugin.POD_TOPOLOGY_SPREAD, REASON));
      }
    }
    return Optional.empty();
  }
}
