package foresail.simulation.scheduler;

import foresail.simulation.api.Pod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Looks for a node on which a pod would fit if pods of lower priority were not there.
 *
 * <p>Source: pkg/scheduler/framework/preemption/preemption.go,
 * plugins/defaultpreemption/default_preemption.go, v1.36.
 */
final class Preemption {
  private static final String HOPELESS = "Preemption is not helpful for scheduling";
  private static final String NO_VICTIMS = "No preemption victims found for incoming pod";

  private final ClusterView cluster;
  private final NodeFilters filters;

  /**
   * @param victims from the least important one on
   */
  record Plan(NodeInfo node, List<Pod> victims) {
    int highestPriority() {
      return victims.stream().mapToInt(pod -> pod.assigned().priority()).max().orElse(0);
    }
  }

  /**
   * @param plan empty where nothing helps
   * @param text what follows the message of a pod that stays unschedulable
   */
  record Outcome(Optional<Plan> plan, String text) {}

  Preemption(ClusterView cluster, NodeFilters filters) {
    this.cluster = cluster;
    this.filters = filters;
  }

  Outcome find(Pod pod, Map<NodeInfo, Rejection> rejections) {
    if (!pod.assigned().mayPreempt()) {
      return hopeless("not eligible due to preemptionPolicy=Never.");
    }
    if (waitsForVictims(pod)) {
      return hopeless("not eligible due to a terminating pod on the nominated node.");
    }
    Map<String, Integer> counts = new TreeMap<>();
    var plans = new ArrayList<Plan>();
    rejections.forEach(
        (node, rejection) -> {
          if (!rejection.curable()) {
            counts.merge(HOPELESS, 1, Integer::sum);
            return;
          }
          List<Pod> lower = lower(pod, node);
          if (lower.isEmpty()) {
            counts.merge(NO_VICTIMS, 1, Integer::sum);
            return;
          }
          Optional<Rejection> still = filters.check(pod, node.without(lower));
          if (still.isPresent()) {
            still.get().reasons().forEach(reason -> counts.merge(reason, 1, Integer::sum));
          } else {
            plans.add(new Plan(node, victims(pod, node, lower)));
          }
        });
    Optional<Plan> best =
        plans.stream()
            .min(
                Comparator.comparingInt(Plan::highestPriority)
                    .thenComparingInt(plan -> plan.victims().size()));
    if (best.isPresent()) {
      return new Outcome(best, "");
    }
    return hopeless(FitMessage.of(cluster.nodes().size(), FitMessage.histogram(counts)));
  }

  private static Outcome hopeless(String text) {
    return new Outcome(Optional.empty(), " no new claims to deallocate, preemption: " + text);
  }

  private boolean waitsForVictims(Pod pod) {
    return cluster
        .node(pod.status().nominatedNode())
        .filter(
            node ->
                node.pods().stream()
                    .anyMatch(
                        other ->
                            other.deleting()
                                && other.assigned().priority() < pod.assigned().priority()))
        .isPresent();
  }

  private static List<Pod> lower(Pod pod, NodeInfo node) {
    return node.pods().stream()
        .filter(other -> other.assigned().priority() < pod.assigned().priority())
        .toList();
  }

  /** Keeps as many of the more important pods as possible. */
  private List<Pod> victims(Pod pod, NodeInfo node, List<Pod> lower) {
    var victims = new ArrayList<>(lower);
    var byImportance = new ArrayList<>(lower);
    byImportance.sort(
        Comparator.comparingInt((Pod other) -> -other.assigned().priority())
            .thenComparing(other -> other.metadata().created()));
    for (Pod reprieved : byImportance) {
      victims.remove(reprieved);
      if (filters.check(pod, node.without(victims)).isPresent()) {
        victims.add(reprieved);
      }
    }
    victims.sort(Comparator.comparingInt(other -> other.assigned().priority()));
    return victims;
  }
}
