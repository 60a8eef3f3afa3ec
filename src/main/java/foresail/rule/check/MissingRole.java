package foresail.rule.check;

import foresail.finding.Severity;
import foresail.graph.Place;
import foresail.graph.Reference;
import foresail.model.KubernetesObject;
import foresail.rule.Check;
import foresail.rule.Draft;
import foresail.rule.Scope;

/** Bindings of a role that nobody knows. */
public final class MissingRole implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    for (Reference reference : scope.references()) {
      if (reference.use() == Reference.Use.ROLE && reference.dangles()) {
        report(object, reference, scope);
      }
    }
  }

  private static void report(KubernetesObject object, Reference reference, Scope scope) {
    boolean cluster = reference.kind().equals("ClusterRole");
    String otherKind = cluster ? "Role" : "ClusterRole";
    String named = reference.kind() + " \"" + reference.name() + "\"";
    if (scope
        .graph()
        .isKnown(otherKind, cluster ? scope.graph().namespaceOf(object) : "", reference.name())) {
      Place kind = Place.of(object, "roleRef", "kind");
      scope
          .report(kind, Words.of(object) + " gives " + named + ", but it is a " + otherKind)
          .severity(Severity.ERROR)
          .fix("write " + otherKind, Words.rename(kind.span(), reference.kind(), otherKind));
      return;
    }
    Draft draft =
        scope.report(
            reference.at(),
            Words.of(object)
                + " gives "
                + named
                + ", which "
                + (scope.isComplete(reference.kind())
                    ? "does not exist"
                    : "is not in these files"));
    if (scope.isComplete(reference.kind())) {
      draft.sure();
    } else if (cluster) {
      draft.severity(Severity.NOTE);
    }
    scope
        .graph()
        .near(reference.kind(), reference.namespace(), reference.name())
        .ifPresent(
            near -> {
              draft.raised();
              near.at()
                  .ifPresent(
                      at -> draft.related(at, "nearest: " + Words.of(near, reference.namespace())));
            });
  }
}
