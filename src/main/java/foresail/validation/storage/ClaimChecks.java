package foresail.validation.storage;

import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.object;

import foresail.validation.check.Check;
import foresail.validation.meta.MetadataChecks;

/** Kind PersistentVolumeClaim. */
public final class ClaimChecks {
  private ClaimChecks() {}

  /** Kind PersistentVolumeClaim. */
  public static final Check PERSISTENT_VOLUME_CLAIM =
      object(MetadataChecks.NAMESPACED, field("spec", ClaimSpecChecks.OF_CLAIM));
}
