package foresail.rule.check;

import foresail.graph.Graph;
import foresail.graph.Place;
import foresail.graph.Placeholder;
import foresail.model.KubernetesObject;
import foresail.rule.Draft;
import foresail.rule.RunCheck;
import foresail.rule.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Namespaces that objects are put into and that nobody knows; told once where it begins. */
public final class MissingNamespace implements RunCheck {
  @Override
  public void check(Scope scope) {
    Graph graph = scope.graph();
    boolean sure = scope.isComplete("Namespace");
    Set<String> told = new HashSet<>();
    Map<String, Boolean> known = new HashMap<>();
    for (KubernetesObject object : graph.objects()) {
      String namespace = object.namespace();
      boolean unknown =
          !namespace.isEmpty()
              && !known.computeIfAbsent(namespace, name -> isKnown(name, graph))
              && graph.namespaceOf(object).equals(namespace)
              && !graph.isPartial(object)
              && !graph.worldOf(object).open();
      if (unknown && told.add(graph.worldOf(object).name() + "\n" + namespace)) {
        Draft draft =
            scope.report(
                object,
                Place.of(object.metadata(), "namespace"),
                "Namespace \""
                    + namespace
                    + "\" "
                    + (sure ? "does not exist" : "is not in these files"));
        if (sure) {
          draft.sure();
        }
        draft.why(
            "the server refuses all that is put into it: namespaces \""
                + namespace
                + "\" not found");
      }
    }
  }

  private static boolean isKnown(String namespace, Graph graph) {
    return graph.isKnown("Namespace", "", namespace) || Placeholder.isIn(namespace);
  }
}
