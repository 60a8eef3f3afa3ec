package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Deployment;
import foresail.model.HorizontalPodAutoscaler;
import foresail.model.KubernetesObject;
import foresail.model.PodDisruptionBudget;
import foresail.model.ReplicaSet;
import foresail.model.StatefulSet;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.Scope;
import java.util.List;

/** Budgets that let no pod go though all are ready. */
public final class PdbNeverAllowsEviction implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (!(object instanceof PodDisruptionBudget budget) || budget.selector().isEmpty()) {
      return;
    }
    List<Workload> workloads =
        scope.graph().matching(scope.graph().namespaceOf(budget), budget.selector().get());
    int total = 0;
    for (Workload workload : workloads) {
      int replicas = replicas(workload, scope);
      if (replicas < 0) {
        return;
      }
      total += replicas;
    }
    if (total > 0) {
      look(budget, total, scope);
    }
  }

  private static void look(PodDisruptionBudget budget, int total, Scope scope) {
    if (budget.maxUnavailable().isPresent()) {
      if (budget.maxUnavailable().get().scaled(total, true) == 0) {
        report(budget, "maxUnavailable", total, scope);
      }
    } else if (budget.minAvailable().isPresent()) {
      if (budget.minAvailable().get().scaled(total, true) >= total) {
        report(budget, "minAvailable", total, scope);
      }
    }
  }

  private static void report(PodDisruptionBudget budget, String field, int total, Scope scope) {
    scope.report(
        Place.of(budget, "spec", field),
        Words.of(budget)
            + " lets none of its "
            + (total == 1 ? "pods go: there is only one" : total + " pods go"));
  }

  /** How many pods a workload has at least; negative where nobody can know. */
  private static int replicas(Workload workload, Scope scope) {
    int written;
    if (workload instanceof Deployment deployment) {
      written = deployment.replicas();
    } else if (workload instanceof StatefulSet set) {
      written = set.replicas();
    } else if (workload instanceof ReplicaSet set) {
      written = set.replicas();
    } else {
      return -1;
    }
    List<HorizontalPodAutoscaler> autoscalers = scope.graph().autoscalersOf(workload);
    return autoscalers.isEmpty() ? written : autoscalers.get(0).minReplicas();
  }
}
