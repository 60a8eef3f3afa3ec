package foresail.validation.update;

import foresail.finding.Refusal;
import foresail.schema.Release;
import foresail.source.Manifest;
import foresail.validation.check.Refusals;
import java.util.List;
import java.util.Optional;

/** What the API server refuses of an update because it changes what may not change. */
public final class UpdateValidation {
  private UpdateValidation() {}

  /**
   * Everything for which the server would refuse the change; empty where it takes it, and for kinds
   * of which everything may change. What is wrong with the new object in itself is not told.
   *
   * @param stored the object that is there, with the server's defaults
   * @param updated what an update makes of it ({@link Apply}), with the server's defaults
   */
  public static List<Refusal> refusals(Manifest stored, Manifest updated, Release release) {
    Optional<ChangeCheck> check = Updatable.check(updated.id().group(), updated.id().kind());
    if (check.isEmpty() || stored.root().sameValue(updated.root())) {
      return List.of();
    }
    Refusals out = new Refusals(updated.id().kind(), release.minor());
    check.get().look(Change.of(stored.root(), updated.root()), out);
    return out.all();
  }
}
