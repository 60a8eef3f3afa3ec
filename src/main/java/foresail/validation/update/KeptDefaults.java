package foresail.validation.update;

import foresail.finding.Fix;
import foresail.finding.Label;
import foresail.finding.Refusal;
import foresail.source.Manifest;
import foresail.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Values that the server had filled in, that {@code kubectl apply} therefore keeps, and that do not
 * go with what the new manifest says.
 */
public final class KeptDefaults {
  private KeptDefaults() {}

  /**
   * What is refused of the object that an update makes, and not of the manifest itself.
   *
   * @param applied the manifest
   * @param own what it is refused for
   * @param updated what the merged object is refused for
   */
  public static List<Refusal> refusals(Manifest applied, List<Refusal> own, List<Refusal> updated) {
    if (applied.id().kind().equals("Service")) {
      return List.of(); // the server wipes what its new type does not have (service/strategy.go)
    }
    Set<String> known = new HashSet<>();
    own.forEach(refusal -> known.add(refusal.path() + ": " + refusal.message()));
    List<Refusal> kept = new ArrayList<>();
    for (Refusal refusal : updated) {
      if (!known.contains(refusal.path() + ": " + refusal.message())) {
        kept.add(
            new Refusal(
                "kept." + refusal.fact(),
                refusal.reason(),
                refusal.path(),
                refusal.message(),
                WrittenPlace.of(applied.root(), refusal.path()),
                related(applied, refusal.span()),
                Optional.of(
                    Fix.advice(
                        "write "
                            + refusal.path().substring(refusal.path().lastIndexOf('.') + 1)
                            + " as it shall be, or null to remove it"))));
      }
    }
    return kept;
  }

  private static List<Label> related(Manifest applied, Span span) {
    return span.file() == applied.file()
        ? List.of()
        : List.of(new Label(span, "here the server had filled it in"));
  }
}
