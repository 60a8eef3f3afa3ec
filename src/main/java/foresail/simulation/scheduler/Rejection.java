package foresail.simulation.scheduler;

import java.util.List;

/**
 * Why a node does not suit a pod.
 *
 * @param reasons as the message counts them
 * @param curable whether removing other pods could help: {@code Unschedulable}, and not {@code
 *     UnschedulableAndUnresolvable}
 */
record Rejection(Plugin plugin, List<String> reasons, boolean curable) {
  Rejection {
    reasons = List.copyOf(reasons);
  }

  static Rejection curable(Plugin plugin, String reason) {
    return new Rejection(plugin, List.of(reason), true);
  }

  static Rejection incurable(Plugin plugin, String reason) {
    return new Rejection(plugin, List.of(reason), false);
  }
}
