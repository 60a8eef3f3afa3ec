package foresail.rule.check;

import foresail.admission.ClassRefusals;
import foresail.graph.Place;
import foresail.model.KubernetesObject;
import foresail.model.PodSpec;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.Scope;
import java.util.List;

/** Pods that want another overhead or node than their RuntimeClass says. */
public final class RuntimeClassConflict implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (!(object instanceof Workload workload) || !InForce.creates(workload, scope)) {
      return;
    }
    PodSpec spec = workload.template().spec();
    if (spec.runtimeClassName().isEmpty()) {
      return;
    }
    List<KubernetesObject> found = scope.graph().find("RuntimeClass", "", spec.runtimeClassName());
    if (found.size() != 1) {
      return;
    }
    KubernetesObject known = found.get(0);
    ClassRefusals.runtime(spec, known.node())
        .ifPresent(
            refusal ->
                scope
                    .report(
                        Place.of(spec, refusal.startsWith("pod") ? "overhead" : "nodeSelector"),
                        RefusedPods.message(workload, refusal))
                    .why(RefusedPods.consequence(workload))
                    .related(known.span("metadata", "name"), Words.of(known)));
  }
}
