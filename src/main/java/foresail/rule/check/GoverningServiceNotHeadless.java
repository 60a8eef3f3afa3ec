package foresail.rule.check;

import foresail.graph.Reference;
import foresail.model.KubernetesObject;
import foresail.model.Service;
import foresail.rule.Check;
import foresail.rule.Scope;

/** StatefulSets whose Service gives their pods no names. */
public final class GoverningServiceNotHeadless implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    for (Reference reference : scope.references()) {
      if (reference.use() == Reference.Use.GOVERNING_SERVICE) {
        for (KubernetesObject target : reference.objects()) {
          if (target instanceof Service service
              && !service.isHeadless()
              && reference.objects().size() == 1) {
            scope
                .report(
                    reference.at(),
                    Words.of(object)
                        + " takes the names of its pods from "
                        + Words.of(service)
                        + ", which is not headless")
                .related(service.span("spec", "clusterIP"), "clusterIP: None makes it so");
          }
        }
      }
    }
  }
}
