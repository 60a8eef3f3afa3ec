package foresail.validation.update;

import foresail.finding.Refusal;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.source.Manifest;
import foresail.source.MappingNode;
import java.util.List;

/** Updates of one object by another, for tests. */
final class Updates {
  private static final Schema SCHEMA = Schema.of(Release.DEFAULT);

  private Updates() {}

  /** What the server refuses when a manifest is applied over another one. */
  static List<Refusal> refusals(Manifest was, Manifest now) {
    Manifest stored = completed(was);
    Manifest merged = Apply.merged(stored, now, false);
    return UpdateValidation.refusals(stored, completed(merged), Release.DEFAULT);
  }

  /** With the server's defaults. */
  static Manifest completed(Manifest manifest) {
    return with(manifest, SCHEMA.decode(manifest).root());
  }

  static Manifest with(Manifest manifest, MappingNode root) {
    return new Manifest(manifest.id(), manifest.document(), root, manifest.comments());
  }
}
