package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.KubernetesObject;
import foresail.rule.RunCheck;
import foresail.rule.Scope;
import foresail.source.Node;
import foresail.source.SourceFile;
import foresail.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Custom resources whose definition lies in the same file. */
public final class CrdInSameApply implements RunCheck {
  @Override
  public void check(Scope scope) {
    Map<SourceFile, List<KubernetesObject>> definitions = new HashMap<>();
    for (KubernetesObject object : scope.graph().objects()) {
      if (object.kind().equals("CustomResourceDefinition")) {
        definitions
            .computeIfAbsent(object.manifest().file(), file -> new ArrayList<>())
            .add(object);
      }
    }
    if (definitions.isEmpty()) {
      return;
    }
    for (KubernetesObject object : scope.graph().objects()) {
      for (KubernetesObject definition :
          definitions.getOrDefault(object.manifest().file(), List.of())) {
        if (defines(definition, object) && !scope.graph().worldOf(object).kustomized()) {
          report(object, definition, scope);
          break;
        }
      }
    }
  }

  private static boolean defines(KubernetesObject definition, KubernetesObject object) {
    Node spec = definition.node().get("spec").orElse(definition.node());
    String kind = spec.get("names").flatMap(names -> names.string("kind")).orElse("");
    return object.kind().equals(kind)
        && object.manifest().id().group().equals(spec.string("group").orElse(""));
  }

  private static void report(KubernetesObject object, KubernetesObject definition, Scope scope) {
    Span there = definition.span("metadata", "name");
    scope
        .report(
            object,
            Place.of(object, "kind"),
            Words.of(object)
                + " is applied together with its definition: the first apply fails with no matches"
                + " for kind \""
                + object.kind()
                + "\"")
        .related(there, "defined here");
  }
}
