package foresail.simulation.controller.replicaset;

import foresail.simulation.api.ApiObject;
import foresail.simulation.api.ContainerStatus;
import foresail.simulation.api.Phase;
import foresail.simulation.api.Pod;
import foresail.simulation.api.ReplicaSet;
import foresail.simulation.controller.PodPredicates;
import foresail.simulation.kernel.Clock;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which pods go first when there are too many: those that are missed least.
 *
 * <p>Source: ActivePodsWithRanks in pkg/controller/controller_utils.go, v1.36.
 */
public final class DeletionRanking {
  private static final String DELETION_COST = "controller.kubernetes.io/pod-deletion-cost";

  private final ApiServer api;
  private final Clock clock;

  public DeletionRanking(Environment env) {
    this.api = env.api();
    this.clock = env.clock();
  }

  /** The pods to be deleted, all of them where nothing is to stay. */
  List<Pod> first(int count, List<Pod> active, ReplicaSet set) {
    if (count <= 0 || count >= active.size()) {
      return count <= 0 ? List.of() : active;
    }
    var sorted = new ArrayList<>(active);
    sorted.sort(order(podsPerNode(set)));
    return sorted.subList(0, count);
  }

  /** The order for pods that have no siblings under another owner. */
  public Comparator<Pod> order() {
    return order(Map.of());
  }

  private Comparator<Pod> order(Map<String, Integer> podsPerNode) {
    Duration now = clock.now();
    return Comparator.comparing((Pod pod) -> !pod.nodeName().isEmpty())
        .thenComparing(pod -> pod.status().phase() != Phase.PENDING)
        .thenComparing(Pod::ready)
        .thenComparing(DeletionRanking::deletionCost)
        .thenComparing(pod -> -podsPerNode.getOrDefault(pod.nodeName(), 0))
        .thenComparing(
            pod -> PodPredicates.readySince(pod).map(at -> magnitude(now.minus(at))).orElse(0))
        .thenComparing(pod -> -restarts(pod.status().containers()))
        .thenComparing(pod -> -restarts(pod.status().initContainers()))
        .thenComparing(pod -> magnitude(now.minus(pod.metadata().created())))
        .thenComparing(Pod::uid);
  }

  /** How many active pods of the set, and of its siblings under one Deployment, a node has. */
  private Map<String, Integer> podsPerNode(ReplicaSet set) {
    var count = new HashMap<String, Integer>(); // asked only by name, never listed
    for (ReplicaSet sibling : siblings(set)) {
      for (Pod pod : api.controlledBy(Pod.KIND, sibling.uid())) {
        if (PodPredicates.active(pod)) {
          count.merge(pod.nodeName(), 1, Integer::sum);
        }
      }
    }
    return count;
  }

  private List<ReplicaSet> siblings(ReplicaSet set) {
    return set.metadata()
        .controller()
        .map(owner -> api.controlledBy(set.kind(), owner.uid()))
        .filter(family -> !family.isEmpty())
        .orElse(List.of(set));
  }

  private static int deletionCost(ApiObject<?> pod) {
    String cost = pod.metadata().annotations().getOrDefault(DELETION_COST, "0");
    try {
      return Integer.parseInt(cost);
    } catch (NumberFormatException notANumber) {
      return 0; // as the controller takes it
    }
  }

  private static int restarts(List<ContainerStatus> containers) {
    return containers.stream().mapToInt(ContainerStatus::restartCount).max().orElse(0);
  }

  /** Ages count on a scale of doublings, so that equally old pods go in no certain order. */
  private static int magnitude(Duration age) {
    long nanos = Math.max(0, age.toNanos());
    return Long.SIZE - Long.numberOfLeadingZeros(nanos);
  }
}
