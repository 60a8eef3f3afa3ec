package foresail.simulation.scheduler;

import foresail.simulation.api.DisruptionBudget;
import foresail.simulation.api.Key;
import foresail.simulation.api.Pod;
import foresail.simulation.store.CoveringBudgets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells victims whose end a PodDisruptionBudget does not allow from the others.
 *
 * <p>Source: filterPodsWithPDBViolation in
 * pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go, v1.36.
 */
final class BudgetViolations {
  private final CoveringBudgets budgets;

  /** Two parts of one list, each in its order. */
  record Split(List<Pod> violating, List<Pod> others) {}

  BudgetViolations(CoveringBudgets budgets) {
    this.budgets = budgets;
  }

  /**
   * @param pods in the order in which they use up what budgets allow
   */
  Split split(List<Pod> pods) {
    Map<Key, Integer> left = new HashMap<>();
    var split = new Split(new ArrayList<>(), new ArrayList<>());
    for (Pod pod : pods) {
      (violates(pod, left) ? split.violating() : split.others()).add(pod);
    }
    return split;
  }

  /** Whether one of its budgets has nothing left; the pod takes from each of them. */
  private boolean violates(Pod pod, Map<Key, Integer> left) {
    boolean violates = false;
    for (DisruptionBudget budget : budgets.of(pod)) {
      // Other than for evictions, an empty selector means no pod here, nor does any one a pod
      // without labels.
      boolean meant =
          !pod.metadata().labels().isEmpty()
              && budget.spec().selector().filter(selector -> !selector.isEmpty()).isPresent();
      if (meant) {
        int rest = left.getOrDefault(budget.key(), budget.status().disruptionsAllowed()) - 1;
        left.put(budget.key(), rest);
        violates |= rest < 0;
      }
    }
    return violates;
  }
}
