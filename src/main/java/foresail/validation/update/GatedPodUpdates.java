package foresail.validation.update;

import static foresail.validation.update.Demands.all;
import static foresail.validation.update.Demands.field;

import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.Optional;
import java.util.Set;

/**
 * What may change while a pod's scheduling gates are closed: where it may run can become narrower
 * (pkg/apis/core/validation/validation.go, v1.36).
 */
final class GatedPodUpdates {
  static final ChangeCheck SPEC =
      all(
          field("nodeSelector", GatedPodUpdates::onlyAdditions),
          field(
              "affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution"
                  + ".nodeSelectorTerms",
              GatedPodUpdates::terms));

  private GatedPodUpdates() {}

  private static void onlyAdditions(Change selector, Refusals out) {
    for (Field was : selector.was().entries()) {
      Change label = selector.get(was.name());
      if (label.isChanged()) {
        String words =
            "only additions to spec.nodeSelector are allowed (no mutations or deletions)";
        Told.invalid(selector, label, words, out);
        return;
      }
    }
  }

  private static void terms(Change terms, Refusals out) {
    if (terms.was().size() == 0) {
      return;
    }
    if (terms.was().size() != terms.now().size()) {
      String words = "no additions/deletions to non-empty NodeSelectorTerms list are allowed";
      Difference.first(terms, Set.of()).ifPresent(first -> Told.invalid(terms, first, words, out));
      return;
    }
    for (int i = 0; i < terms.was().size(); i++) {
      Change term = terms.item(i);
      firstThatIsNoAddition(term)
          .ifPresent(
              first -> {
                String words = "only additions are allowed (no mutations or deletions)";
                Told.invalid(term, first, words, out);
              });
    }
  }

  private static Optional<Change> firstThatIsNoAddition(Change term) {
    boolean matchedNothing =
        term.was().get("matchExpressions").size() == 0 && term.was().get("matchFields").size() == 0;
    if (matchedNothing) {
      return Difference.first(term, Set.of());
    }
    return firstLost(term.get("matchExpressions")).or(() -> firstLost(term.get("matchFields")));
  }

  private static Optional<Change> firstLost(Change requirements) {
    for (int i = 0; i < requirements.was().size(); i++) {
      if (i >= requirements.now().size()) {
        return Optional.of(new Change(requirements.was().item(i), requirements.now()));
      }
      Optional<Change> found = Difference.first(requirements.item(i), Set.of());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
