package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.HorizontalPodAutoscaler;
import foresail.model.KubernetesObject;
import foresail.rule.Check;
import foresail.rule.Scope;
import java.util.Set;

/** Autoscalers of kinds that have no scale. */
public final class HpaTargetNotScalable implements Check {
  private static final Set<String> FIXED = Set.of("DaemonSet", "Job", "CronJob", "Pod");

  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof HorizontalPodAutoscaler autoscaler
        && FIXED.contains(autoscaler.targetKind())) {
      scope.report(
          Place.of(autoscaler, "spec", "scaleTargetRef", "kind"),
          Words.of(autoscaler) + " cannot scale a " + autoscaler.targetKind());
    }
  }
}
