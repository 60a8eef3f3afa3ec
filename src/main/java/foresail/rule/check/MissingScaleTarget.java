package foresail.rule.check;

import foresail.finding.Severity;
import foresail.graph.KnownName;
import foresail.graph.Place;
import foresail.graph.Reference;
import foresail.graph.Reference.Use;
import foresail.model.KubernetesObject;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.Draft;
import foresail.rule.Scope;
import java.util.Optional;

/** Autoscalers whose target nobody knows, or that name one of another kind. */
public final class MissingScaleTarget implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    for (Reference reference : scope.references()) {
      if (reference.use() == Use.SCALE_TARGET && reference.dangles()) {
        Optional<Workload> other = ofOtherKind(reference, scope);
        if (other.isPresent()) {
          wrongKind(reference, other.get(), scope);
        } else {
          missing(reference, scope);
        }
      }
    }
  }

  private static Optional<Workload> ofOtherKind(Reference reference, Scope scope) {
    return scope.graph().workloads(reference.namespace()).stream()
        .filter(workload -> workload.name().equals(reference.name()))
        .findFirst();
  }

  private static void wrongKind(Reference reference, Workload other, Scope scope) {
    Place kind = Place.of(reference.from(), "spec", "scaleTargetRef", "kind");
    scope
        .report(
            kind,
            Words.of(reference.from())
                + " scales a "
                + reference.kind()
                + ", but \""
                + reference.name()
                + "\" is a "
                + other.kind())
        .severity(Severity.ERROR)
        .related(other.span("metadata", "name"), Words.of(other))
        .why(why())
        .fix("write " + other.kind(), Words.rename(kind.span(), reference.kind(), other.kind()));
  }

  private static void missing(Reference reference, Scope scope) {
    String target = reference.kind() + " \"" + reference.name() + "\"";
    Draft draft =
        scope
            .report(
                reference.at(),
                Words.of(reference.from())
                    + " scales "
                    + target
                    + ", which "
                    + (scope.isComplete(reference.kind())
                        ? "does not exist"
                        : "is not in these files"))
            .why(why());
    Optional<KnownName> near =
        scope.graph().near(reference.kind(), reference.namespace(), reference.name());
    near.ifPresent(
        known -> {
          draft.raised();
          known
              .at()
              .ifPresent(
                  at -> draft.related(at, "nearest: " + Words.of(known, reference.namespace())));
          if (!known.name().equals(reference.name())) {
            draft.fix(
                "write " + known.name(),
                Words.rename(reference.at().span(), reference.name(), known.name()));
          }
        });
  }

  private static String why() {
    return "nothing is scaled: AbleToScale is False, FailedGetScale";
  }
}
