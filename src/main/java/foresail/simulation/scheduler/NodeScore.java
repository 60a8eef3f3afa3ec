package foresail.simulation.scheduler;

import foresail.simulation.api.OwnerReference;
import foresail.simulation.api.Pod;
import java.util.Optional;

/**
 * Which of two nodes that both suit a pod is better: the one with fewer pods of the same
 * controller, then the one on which more is left, then the one that was there first.
 *
 * <p>A stand-in for the scheduler's scores, which break ties by chance: recorded runs have one
 * node.
 */
final class NodeScore {
  private NodeScore() {}

  static boolean better(Pod pod, NodeInfo candidate, NodeInfo best) {
    int siblings = Integer.compare(siblings(pod, candidate), siblings(pod, best));
    if (siblings != 0) {
      return siblings < 0;
    }
    return load(pod, candidate) < load(pod, best);
  }

  private static int siblings(Pod pod, NodeInfo node) {
    Optional<String> controller = pod.metadata().controller().map(OwnerReference::uid);
    int count = 0;
    for (Pod other : node.pods()) {
      boolean same =
          controller.isPresent()
              && other.metadata().controller().map(OwnerReference::uid).equals(controller);
      count += same ? 1 : 0;
    }
    return count;
  }

  /**
   * The larger share of cpu and memory that would be requested with the pod; pods as a last word.
   */
  private static double load(Pod pod, NodeInfo node) {
    Requests requests = Requests.of(pod.spec());
    double load = 0;
    for (String resource : new String[] {"cpu", "memory"}) {
      long capacity = node.allocatable(resource).orElse(0L);
      if (capacity > 0) {
        double used = node.requested(resource) + requests.get(resource);
        load = Math.max(load, used / capacity);
      }
    }
    return load + node.pods().size() * 1e-6;
  }
}
