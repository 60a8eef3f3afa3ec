package foresail.validation;

import foresail.finding.Refusal;
import foresail.schema.Release;
import foresail.source.Manifest;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;
import java.util.List;
import java.util.Optional;

/** The API server's own validation of an object that is created. */
public final class Validation {
  private Validation() {}

  /**
   * Everything for which the server would refuse an object; empty where it accepts it, and for
   * kinds that this package does not know.
   *
   * @param manifest one that the server can decode, whose root has the server's defaults in it;
   *     what is of a wrong type all the same reads as absent
   */
  public static List<Refusal> refusals(Manifest manifest, Release release) {
    Optional<Check> check = Kinds.check(manifest.id().group(), manifest.id().kind());
    if (check.isEmpty()) {
      return List.of();
    }
    Refusals out = new Refusals(manifest.id().kind(), release.minor());
    Field root = Field.root(manifest.root());
    check.get().look(root, out);
    if (out.isEmpty()) {
      MetadataChecks.NAME_IN_URL.look(root, out);
    }
    return out.all();
  }
}
