package foresail.rule.check;

import foresail.finding.Severity;
import foresail.graph.Place;
import foresail.graph.Placeholder;
import foresail.model.KubernetesObject;
import foresail.rule.Draft;
import foresail.rule.RunCheck;
import foresail.rule.Scope;
import java.util.HashMap;
import java.util.Map;

/** Objects that are declared twice and applied together. */
public final class DuplicateObject implements RunCheck {
  @Override
  public void check(Scope scope) {
    Map<String, KubernetesObject> first = new HashMap<>();
    for (KubernetesObject object : scope.graph().objects()) {
      if (object.name().isEmpty()
          || scope.graph().isPartial(object)
          || scope.graph().worldOf(object).kustomized()
          || Placeholder.isIn(object.name())) {
        continue; // a kustomization merges, or refuses it itself
      }
      String key =
          scope.graph().worldOf(object).name()
              + "\n"
              + object.manifest().id().group()
              + "/"
              + object.kind()
              + "/"
              + object.namespace()
              + "/"
              + object.name();
      KubernetesObject other = first.putIfAbsent(key, object);
      if (other != null && other.manifest().file() == object.manifest().file()) {
        Draft draft =
            scope
                .report(
                    object,
                    Place.of(object, "metadata", "name"),
                    Words.of(object) + " is declared twice in this file")
                .related(other.span("metadata", "name"), "first declared here");
        if (object.node().sameValue(other.node())) {
          draft.severity(Severity.NOTE);
        }
      }
    }
  }
}
