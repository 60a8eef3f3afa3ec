package foresail;

import foresail.finding.Refusal;
import foresail.model.Model;
import foresail.schema.Decoded;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.source.Manifest;
import foresail.validation.Validation;
import foresail.validation.custom.CustomResourceChecks;
import java.util.List;
import java.util.stream.Stream;

/** The stages that look at one object alone: decoding, defaults, validation, and its typed form. */
final class Inspection {
  private final Schema schema;
  private final Release release;

  Inspection(Schema schema, Release release) {
    this.schema = schema;
    this.release = release;
  }

  /** All objects, in reading order; the server validates only what it can decode. */
  List<Inspected> of(List<Manifest> manifests, int jobs) {
    Stream<Manifest> stream = manifests.stream();
    return (jobs > 1 ? stream.parallel() : stream)
        .map(manifest -> StageFault.in("validation", manifest, () -> inspect(manifest)))
        .toList();
  }

  private Inspected inspect(Manifest manifest) {
    Decoded decoded = schema.decode(manifest);
    Manifest complete =
        new Manifest(manifest.id(), manifest.document(), decoded.root(), manifest.comments());
    return new Inspected(Model.of(complete), refusals(decoded, complete));
  }

  private List<Refusal> refusals(Decoded decoded, Manifest complete) {
    if (!decoded.refusals().isEmpty() || decoded.kind().isEmpty()) {
      return decoded.refusals();
    }
    return decoded.kind().get().isCustom()
        ? CustomResourceChecks.refusals(complete, decoded.kind().get(), decoded.custom(), release)
        : Validation.refusals(complete, release);
  }
}
