package foresail.simulation.scheduler;

import java.util.List;

/**
 * Why a node does not suit a pod.
 *
 * @param reasons as the message counts them
 * @param curable whether removing other pods could help: {@code Unschedulable}, and not {@code
 *     UnschedulableAndUnresolvable}
 */
public record Rejection(List<String> reasons, boolean curable) {
  public Rejection {
    reasons = List.copyOf(reasons);
  }

  static Rejection curable(String reason) {
    return new Rejection(List.of(reason), true);
  }

  static Rejection incurable(String reason) {
    return new Rejection(List.of(reason), false);
  }
}
