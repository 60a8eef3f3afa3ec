package foresail.rule.check;

import foresail.graph.KnownName;
import foresail.graph.Reference;
import foresail.graph.Reference.Use;
import foresail.model.KubernetesObject;
import foresail.rule.Check;
import foresail.rule.Draft;
import foresail.rule.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** References of one sort whose object nobody knows; one finding for each missing object. */
abstract class MissingObject implements Check {
  private final String kind;
  private final Set<Use> uses;

  /**
   * @param kind of the objects that are named; empty for any
   */
  MissingObject(String kind, Use... uses) {
    this.kind = kind;
    this.uses = Set.of(uses);
  }

  /** What the user would meet, one sentence. */
  abstract String consequence(Reference first);

  /** Whether a reference that dangles is fine all the same. */
  boolean isHarmless(Reference reference, Scope scope) {
    return false;
  }

  @Override
  public final void check(KubernetesObject object, Scope scope) {
    Map<String, List<Reference>> missing = new LinkedHashMap<>();
    for (Reference reference : scope.references()) {
      if (reference.dangles()
          && uses.contains(reference.use())
          && (kind.isEmpty() || reference.kind().equals(kind))
          && !isHarmless(reference, scope)) {
        missing
            .computeIfAbsent(
                reference.kind() + "/" + reference.namespace() + "/" + reference.name(),
                key -> new ArrayList<>(1))
            .add(reference);
      }
    }
    for (List<Reference> references : missing.values()) {
      report(references, object, scope);
    }
  }

  private void report(List<Reference> references, KubernetesObject object, Scope scope) {
    Reference first = references.get(0);
    boolean sure = scope.isComplete(first.kind());
    String named = first.kind() + " \"" + first.name() + "\"";
    Draft draft =
        scope
            .report(
                first.at(),
                Words.of(object)
                    + " names "
                    + named
                    + ", which "
                    + (sure ? "does not exist" : "is not in these files"))
            .why(consequence(first));
    if (sure) {
      draft.sure();
    }
    for (Reference other : references.subList(1, references.size())) {
      draft.related(other.at().span(), "named here too");
    }
    near(first, scope, draft);
  }

  private static void near(Reference first, Scope scope, Draft draft) {
    Optional<KnownName> near = scope.graph().near(first.kind(), first.namespace(), first.name());
    if (near.isEmpty()) {
      return;
    }
    String found = Words.of(near.get(), first.namespace());
    draft.raised();
    near.get().at().ifPresent(place -> draft.related(place, "nearest: " + found));
    if (near.get().name().equals(first.name())) {
      draft.advise(
          "name one in the same namespace: "
              + found
              + " cannot be reached from \""
              + first.namespace()
              + "\"");
    } else {
      draft.fix(
          "write " + near.get().name(),
          Words.rename(first.at().span(), first.name(), near.get().name()));
    }
  }
}
