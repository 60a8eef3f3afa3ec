package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.KubernetesObject;
import foresail.model.PodDisruptionBudget;
import foresail.rule.Check;
import foresail.rule.Scope;

/** Disruption budgets that no pod is under. */
public final class PdbSelectsNothing implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (!(object instanceof PodDisruptionBudget budget)) {
      return;
    }
    if (budget.selector().isEmpty()) {
      scope
          .report(
              Place.of(budget, "spec"), Words.of(budget) + " has no selector and protects no pod")
          .underline(budget.keySpan("spec"));
    } else if (!budget.selector().get().isEmpty()) {
      new SelectsNothing(
              scope,
              budget,
              budget.selector().get(),
              Place.of(budget, "spec", "selector", "matchLabels"))
          .report(Words.of(budget) + " protects no pod");
    }
  }
}
