package foresail;

import foresail.finding.Refusal;
import foresail.model.Model;
import foresail.schema.Decoded;
import foresail.schema.Kind;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.source.Manifest;
import foresail.validation.Validation;
import foresail.validation.custom.CustomResourceChecks;
import foresail.validation.update.Apply;
import foresail.validation.update.KeptDefaults;
import foresail.validation.update.UpdateValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The stages that look at one object alone: decoding, defaults, validation, and its typed form. */
final class Inspection {
  private final Schema schema;
  private final Release release;
  private final Progress progress;
  private final CustomResourceChecks custom;

  Inspection(Schema schema, Release release) {
    this(schema, release, Progress.NONE);
  }

  /**
   * @param progress told of each object
   */
  Inspection(Schema schema, Release release, Progress progress) {
    this.schema = schema;
    this.release = release;
    this.progress = progress;
    this.custom = new CustomResourceChecks(release);
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
    Manifest complete = with(manifest, decoded);
    progress.add(1);
    return new Inspected(Model.of(complete), refusals(decoded, complete));
  }

  private List<Refusal> refusals(Decoded decoded, Manifest complete) {
    if (!decoded.refusals().isEmpty() || decoded.kind().isEmpty()) {
      return decoded.refusals();
    }
    return decoded.kind().get().isCustom()
        ? custom.refusals(complete, decoded.kind().get(), decoded.custom())
        : Validation.refusals(complete, release);
  }

  /**
   * What the server refuses when a manifest is applied to an object that is there, and would not
   * refuse of a new object: what may not change, and what it had filled in and now does not fit.
   *
   * @param stored with the server's defaults
   * @param applied as it is written
   * @param own what the manifest is refused for in any case
   */
  List<Refusal> changes(Manifest stored, Manifest applied, List<Refusal> own) {
    Optional<Decoded> updated = updated(stored, applied);
    if (updated.isEmpty()) {
      return List.of();
    }
    Manifest object = with(applied, updated.get());
    if (updated.get().custom().isPresent()) {
      return custom.changes(stored, object, applied, updated.get().custom().get());
    }
    List<Refusal> changes = new ArrayList<>(UpdateValidation.refusals(stored, object, release));
    changes.addAll(KeptDefaults.refusals(applied, own, Validation.refusals(object, release)));
    return changes;
  }

  /** Empty where the two are of different versions, whose fields need not be the same. */
  private Optional<Decoded> updated(Manifest stored, Manifest applied) {
    if (!stored.id().apiVersion().equals(applied.id().apiVersion())) {
      return Optional.empty();
    }
    boolean own =
        schema
            .kinds()
            .find(applied.id().apiVersion(), applied.id().kind())
            .filter(Kind::isCustom)
            .isPresent();
    return StageFault.in(
        "update", applied, () -> Optional.of(schema.decode(Apply.merged(stored, applied, own))));
  }

  private static Manifest with(Manifest manifest, Decoded decoded) {
    return new Manifest(manifest.id(), manifest.document(), decoded.root(), manifest.comments());
  }
}
