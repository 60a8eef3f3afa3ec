package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.KubernetesObject;
import foresail.model.Service;
import foresail.rule.Check;
import foresail.rule.Scope;

/** Services whose selector no pod matches. */
public final class ServiceSelectsNothing implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof Service service
        && !service.isExternalName()
        && service.selector().isPresent()) {
      new SelectsNothing(
              scope, service, service.selector().get(), Place.of(service, "spec", "selector"))
          .report(Words.of(service) + " selects no pod");
    }
  }
}
