package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.KubernetesObject;
import foresail.model.PodDisruptionBudget;
import foresail.model.Workload;
import foresail.rule.RunCheck;
import foresail.rule.Scope;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Budgets that are both asked before one pod is evicted. */
public final class TwoPdbsOnePod implements RunCheck {
  @Override
  public void check(Scope scope) {
    Map<String, Map<Workload, PodDisruptionBudget>> worlds = new HashMap<>();
    for (KubernetesObject object : scope.graph().objects()) {
      if (object instanceof PodDisruptionBudget budget && budget.selector().isPresent()) {
        Map<Workload, PodDisruptionBudget> covered =
            worlds.computeIfAbsent(
                scope.graph().worldOf(object).name(), unused -> new IdentityHashMap<>());
        look(budget, covered, scope);
      }
    }
  }

  private static void look(
      PodDisruptionBudget budget, Map<Workload, PodDisruptionBudget> covered, Scope scope) {
    String namespace = scope.graph().namespaceOf(budget);
    String world = scope.graph().worldOf(budget).name();
    for (Workload workload : scope.graph().matching(namespace, budget.selector().get())) {
      if (!scope.graph().worldOf(workload).name().equals(world)) {
        continue;
      }
      PodDisruptionBudget other = covered.putIfAbsent(workload, budget);
      if (other != null && !other.name().equals(budget.name())) {
        scope
            .report(
                budget,
                Place.of(budget, "spec", "selector"),
                Words.of(budget)
                    + " and "
                    + Words.of(other)
                    + " both cover the pods of "
                    + Words.of(workload))
            .related(other.span("spec", "selector"), Words.of(other))
            .related(workload.template().metadata().span("labels"), "the pods");
        return;
      }
    }
  }
}
