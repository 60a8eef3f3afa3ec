package foresail.rule.check;

import foresail.finding.Severity;
import foresail.graph.Place;
import foresail.graph.Placeholder;
import foresail.model.KubernetesObject;
import foresail.rule.Draft;
import foresail.rule.RunCheck;
import foresail.rule.Scope;
import foresail.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects that are declared twice in one file. */
public final class DuplicateObject implements RunCheck {
  @Override
  public void check(Scope scope) {
    // Keys are lists and no records: a record's hash is put together at run time, 20 ms once.
    Map<List<String>, KubernetesObject> first = new HashMap<>();
    SourceFile file = null;
    for (KubernetesObject object : scope.graph().objects()) {
      if (object.manifest().file() != file) {
        file = object.manifest().file();
        first.clear();
      }
      var name =
          List.of(object.manifest().id().group(), object.kind(), object.namespace(), object.name());
      KubernetesObject other = first.putIfAbsent(name, object);
      // A kustomization merges what it lists twice, or refuses it itself.
      if (other != null
          && !object.name().isEmpty()
          && !scope.graph().isPartial(object)
          && !scope.graph().worldOf(object).kustomized()
          && !Placeholder.isIn(object.name())) {
        report(object, other, scope);
      }
    }
  }

  private static void report(KubernetesObject object, KubernetesObject other, Scope scope) {
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
