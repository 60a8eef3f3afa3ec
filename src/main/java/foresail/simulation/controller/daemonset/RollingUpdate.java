package foresail.simulation.controller.daemonset;

import foresail.simulation.api.Pod;
import foresail.simulation.controller.daemonset.DaemonPods.Pair;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces pods of an old template: at most maxUnavailable nodes at a time are without, or at most
 * maxSurge nodes have two.
 *
 * <p>Source: rollingUpdate in pkg/controller/daemon/update.go, v1.36. The order of nodes, which is
 * random there, is that of their creation here.
 */
final class RollingUpdate {
  private RollingUpdate() {}

  static DaemonPlan plan(DaemonPods pods) {
    return pods.maxSurge() == 0 ? replace(pods) : surge(pods);
  }

  /** An old pod that is not available costs nothing, so it goes at once. */
  private static DaemonPlan replace(DaemonPods pods) {
    int unavailable = 0;
    List<Pod> delete = new ArrayList<>();
    List<Pod> candidates = new ArrayList<>();
    for (String node : pods.concerned()) {
      Pair pair = pods.pair(node);
      if (!pair.settled() || pair.old().isPresent() == pair.updated().isPresent()) {
        unavailable++;
      } else if (pair.updated().isPresent()) {
        unavailable += pods.available(pair.updated().get()) ? 0 : 1;
      } else if (!pods.available(pair.old().orElseThrow())) {
        delete.add(pair.old().orElseThrow());
      } else {
        candidates.add(pair.old().orElseThrow());
      }
    }
    int budget = Math.max(0, pods.maxUnavailable() - unavailable);
    delete.addAll(candidates.subList(0, Math.min(budget, candidates.size())));
    return new DaemonPlan(delete, List.of());
  }

  private static DaemonPlan surge(DaemonPods pods) {
    int surging = 0;
    List<Pod> delete = new ArrayList<>();
    List<String> create = new ArrayList<>();
    List<String> candidates = new ArrayList<>();
    for (String node : pods.concerned()) {
      Pair pair = pods.pair(node);
      if (!pair.settled()) {
        surging++;
      } else if (pair.old().isPresent() && pair.updated().isEmpty()) {
        (pods.available(pair.old().get()) ? candidates : create).add(node);
      } else if (pair.old().isPresent() && pods.available(pair.updated().get())) {
        delete.add(pair.old().get());
      } else if (pair.old().isPresent()) {
        surging++;
      }
    }
    int budget = Math.max(0, pods.maxSurge() - surging);
    create.addAll(candidates.subList(0, Math.min(budget, candidates.size())));
    return new DaemonPlan(delete, create);
  }
}
