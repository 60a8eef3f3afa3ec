package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.HorizontalPodAutoscaler;
import foresail.model.KubernetesObject;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.Scope;
import java.util.List;

/** Replicas that every apply sets back. */
public final class HpaFightsReplicas implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof Workload workload && Written.has(object, "spec", "replicas")) {
      // Elsewhere there may be an autoscaler for a variant of the same name.
      List<HorizontalPodAutoscaler> autoscalers =
          scope.graph().autoscalersOf(workload).stream()
              .filter(autoscaler -> scope.graph().areNeighbours(autoscaler, workload))
              .toList();
      if (!autoscalers.isEmpty()) {
        HorizontalPodAutoscaler first = autoscalers.get(0);
        scope
            .report(
                Place.of(workload, "spec", "replicas"),
                "every apply sets "
                    + Words.of(workload)
                    + " back, which "
                    + Words.of(first)
                    + " scales")
            .related(first.span("spec", "scaleTargetRef", "name"), Words.of(first));
      }
    }
  }
}
