package foresail.simulation.scheduler;

import foresail.simulation.api.Pod;
import java.time.Duration;
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

  private final Snapshot cluster;
  private final NodeFilters filters;
  private final Neighbours neighbours;
  private final BudgetViolations budgets;

  /**
   * @param victims from the least important one on
   * @param violations how many of them a budget does not let go
   */
  record Plan(NodeInfo node, List<Pod> victims, int violations) {
    int highestPriority() {
      return victims.stream().mapToInt(pod -> pod.assigned().priority()).max().orElse(0);
    }

    long sumOfPriorities() {
      // As the real one does, so that more victims weigh more whatever their sign.
      return victims.stream().mapToLong(pod -> pod.assigned().priority() + (1L << 31)).sum();
    }

    /** When the one that has run for the longest among its most important victims began. */
    Duration earliestStart() {
      int highest = highestPriority();
      return victims.stream()
          .filter(pod -> pod.assigned().priority() == highest)
          .map(pod -> pod.metadata().created())
          .min(Comparator.naturalOrder())
          .orElse(Duration.ZERO);
    }
  }

  /**
   * @param plan empty where nothing helps
   * @param text what follows the message of a pod that stays unschedulable
   */
  record Outcome(Optional<Plan> plan, String text) {}

  Preemption(
      ClusterView cluster, NodeFilters filters, Neighbours neighbours, BudgetViolations budgets) {
    this.cluster = Snapshot.of(cluster);
    this.filters = filters;
    this.neighbours = neighbours;
    this.budgets = budgets;
  }

  Outcome find(Placement placement, Map<NodeInfo, Rejection> rejections) {
    Pod pod = placement.pod();
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
          Optional<Rejection> still = check(placement, node.without(lower));
          if (still.isPresent()) {
            still.get().reasons().forEach(reason -> counts.merge(reason, 1, Integer::sum));
          } else {
            plans.add(plan(placement, node, lower));
          }
        });
    Optional<Plan> best =
        plans.stream()
            .min(
                Comparator.comparingInt(Plan::violations)
                    .thenComparingInt(Plan::highestPriority)
                    .thenComparingLong(Plan::sumOfPriorities)
                    .thenComparingInt(plan -> plan.victims().size())
                    .thenComparing(Plan::earliestStart, Comparator.reverseOrder()));
    if (best.isPresent()) {
      return new Outcome(best, "");
    }
    return hopeless(FitMessage.of(cluster.nodes().size(), FitMessage.histogram(counts)));
  }

  private Optional<Rejection> check(Placement placement, NodeInfo without) {
    Placement there = placement.in(cluster.with(without), neighbours);
    return filters.check(there, without);
  }

  private static Outcome hopeless(String text) {
    return new Outcome(Optional.empty(), " no new claims to deallocate, preemption: " + text);
  }

  private boolean waitsForVictims(Pod pod) {
    return cluster
        .cluster()
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

  /** Keeps as many of the more important pods as possible; before all those of budgets. */
  private Plan plan(Placement placement, NodeInfo node, List<Pod> lower) {
    var victims = new ArrayList<>(lower);
    var byImportance = new ArrayList<>(lower);
    byImportance.sort(
        Comparator.comparingInt((Pod other) -> -other.assigned().priority())
            .thenComparing(other -> other.metadata().created()));
    BudgetViolations.Split split = budgets.split(byImportance);
    int violations = reprieve(placement, node, split.violating(), victims);
    reprieve(placement, node, split.others(), victims);
    victims.sort(Comparator.comparingInt(other -> other.assigned().priority()));
    return new Plan(node, victims, violations);
  }

  /** Takes from the victims those that can stay; tells how many cannot. */
  private int reprieve(Placement placement, NodeInfo node, List<Pod> pods, List<Pod> victims) {
    int lost = 0;
    for (Pod reprieved : pods) {
      victims.remove(reprieved);
      if (check(placement, node.without(victims)).isPresent()) {
        victims.add(reprieved);
        lost++;
      }
    }
    return lost;
  }
}
