package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.HorizontalPodAutoscaler;
import foresail.model.KubernetesObject;
import foresail.rule.RunCheck;
import foresail.rule.Scope;
import java.util.HashMap;
import java.util.Map;

/** Autoscalers that pull at one target. */
public final class TwoHpasOneTarget implements RunCheck {
  @Override
  public void check(Scope scope) {
    Map<String, HorizontalPodAutoscaler> first = new HashMap<>();
    for (KubernetesObject object : scope.graph().objects()) {
      if (object instanceof HorizontalPodAutoscaler autoscaler) {
        String key =
            scope.graph().worldOf(object).name()
                + "\n"
                + scope.graph().namespaceOf(object)
                + "\n"
                + autoscaler.targetKind()
                + "/"
                + autoscaler.targetName();
        HorizontalPodAutoscaler other = first.putIfAbsent(key, autoscaler);
        if (other != null && !other.name().equals(autoscaler.name())) {
          scope
              .report(
                  autoscaler,
                  Place.of(autoscaler, "spec", "scaleTargetRef", "name"),
                  Words.of(autoscaler)
                      + " and "
                      + Words.of(other)
                      + " both scale "
                      + autoscaler.targetKind()
                      + " \""
                      + autoscaler.targetName()
                      + "\"")
              .related(other.span("spec", "scaleTargetRef", "name"), Words.of(other));
        }
      }
    }
  }
}
