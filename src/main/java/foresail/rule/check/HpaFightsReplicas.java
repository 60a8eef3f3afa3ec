package foresail.rule.check;

import foresail.graph.Place;
import foresail.graph.Reference;
import foresail.model.KubernetesObject;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.Scope;

/** Replicas that every apply sets back. */
public final class HpaFightsReplicas implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    for (Reference reference : scope.references()) {
      if (reference.use() == Reference.Use.SCALE_TARGET) {
        for (KubernetesObject target : reference.objects()) {
          if (target instanceof Workload && Written.has(target, "spec", "replicas")) {
            scope
                .report(
                    target,
                    Place.of(target, "spec", "replicas"),
                    "every apply sets "
                        + Words.of(target)
                        + " back, which "
                        + Words.of(object)
                        + " scales")
                .related(reference.at().span(), Words.of(object));
          }
        }
      }
    }
  }
}
