package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.KubernetesObject;
import foresail.model.Service;
import foresail.rule.Check;
import foresail.rule.Scope;

/** Names elsewhere that are addresses. */
public final class ExternalNameIsAddress implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof Service service
        && service.isExternalName()
        && isAddress(service.externalName())) {
      scope.report(
          Place.of(service, "spec", "externalName"),
          Words.of(service)
              + " is an alias for a name, and "
              + service.externalName()
              + " is none");
    }
  }

  private static boolean isAddress(String text) {
    return text.contains(":")
        || (!text.isEmpty() && text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
  }
}
