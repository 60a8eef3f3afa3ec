package foresail.simulation.api;

import foresail.model.PersistentVolume;

/**
 * A PersistentVolume.
 *
 * @param claim {@code namespace/name} of the claim that has it; empty while free
 */
public record Volume(ObjectMeta metadata, PersistentVolume spec, String claim)
    implements ApiObject<Volume> {
  public static final Kind<Volume> KIND =
      new Kind<>("v1", "PersistentVolume", "persistentvolumes", false);

  @Override
  public Kind<Volume> kind() {
    return KIND;
  }

  @Override
  public Volume withMetadata(ObjectMeta newMetadata) {
    return new Volume(newMetadata, spec, claim);
  }

  public Volume withClaim(String newClaim) {
    return new Volume(metadata, spec, newClaim);
  }
}
