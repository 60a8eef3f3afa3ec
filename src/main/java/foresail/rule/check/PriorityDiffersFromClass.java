package foresail.rule.check;

import foresail.admission.ClassRefusals;
import foresail.finding.Severity;
import foresail.graph.Place;
import foresail.model.KubernetesObject;
import foresail.model.PodSpec;
import foresail.model.PriorityClass;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.Draft;
import foresail.rule.Scope;
import java.util.List;
import java.util.Optional;

/** Pods that state another priority than their class has. */
public final class PriorityDiffersFromClass implements Check {
  private static final int CLUSTER_CRITICAL = 2_000_000_000;
  private static final int NODE_CRITICAL = 2_000_001_000;

  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (!(object instanceof Workload workload) || !InForce.creates(workload, scope)) {
      return;
    }
    PodSpec spec = workload.template().spec();
    boolean stated =
        spec.node().get("priority").isPresent() || spec.node().get("preemptionPolicy").isPresent();
    if (!stated) {
      return;
    }
    switch (spec.priorityClassName()) {
      case "" -> withoutClass(workload, scope);
      case "system-cluster-critical" -> report(workload, CLUSTER_CRITICAL, "", scope);
      case "system-node-critical" -> report(workload, NODE_CRITICAL, "", scope);
      default -> {
        List<KubernetesObject> found =
            scope.graph().find("PriorityClass", "", spec.priorityClassName());
        if (found.size() == 1 && found.get(0) instanceof PriorityClass known) {
          report(workload, known.value(), known.preemptionPolicy(), scope)
              .ifPresent(draft -> draft.related(known.span("value"), Words.of(known)));
        }
      }
    }
  }

  /** The cluster may have a default class that nobody knows of here. */
  private static void withoutClass(Workload workload, Scope scope) {
    boolean sure = scope.isComplete("PriorityClass");
    for (KubernetesObject object : scope.graph().objects()) {
      if (object instanceof PriorityClass known && known.globalDefault()) {
        return;
      }
    }
    report(workload, 0, "", scope)
        .ifPresent(draft -> draft.severity(sure ? Severity.ERROR : Severity.WARNING));
  }

  private static Optional<Draft> report(Workload workload, int value, String policy, Scope scope) {
    PodSpec spec = workload.template().spec();
    return ClassRefusals.priority(spec, value, policy)
        .map(
            refusal ->
                scope
                    .report(
                        Place.of(
                            spec,
                            refusal.startsWith("the integer") ? "priority" : "preemptionPolicy"),
                        RefusedPods.message(workload, refusal))
                    .why(RefusedPods.consequence(workload)));
  }
}
