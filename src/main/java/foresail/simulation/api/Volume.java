package foresail.simulation.api;

import foresail.model.ClaimSpec;
import foresail.model.PersistentVolume;

/**
 * A PersistentVolume.
 *
 * @param claim {@link Claim#reference} of the claim that has it, or had it last; empty while free
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

  /** Whether its author keeps it for this claim. */
  public boolean reservedFor(Claim wanting) {
    return spec.claimRef().equals(wanting.key().toString());
  }

  /** Whether another claim has it, or it is kept for another one. */
  public boolean reservedForOther(Claim wanting) {
    String key = wanting.key().toString();
    return !(claim.isEmpty() || claim.equals(wanting.reference()))
        || !(spec.claimRef().isEmpty() || spec.claimRef().equals(key));
  }

  /**
   * Whether it is what a claim asks for, wherever it is reached from (FindMatchingVolume in
   * component-helpers/storage/volume/pv_helpers.go, v1.36).
   */
  public boolean suits(Claim wanting) {
    ClaimSpec asked = wanting.spec();
    boolean mode =
        asked.volumeMode().isEmpty()
            || spec.volumeMode().isEmpty()
            || asked.volumeMode().equals(spec.volumeMode());
    return !reservedForOther(wanting)
        && mode
        && spec.storage().isPresent()
        && asked.storage().map(size -> spec.storage().get().compareTo(size) >= 0).orElse(true)
        && spec.storageClassName().equals(asked.storageClassName().orElse(""))
        && spec.accessModes().containsAll(asked.accessModes())
        && asked.selector().map(each -> each.matches(metadata.labels())).orElse(true);
  }
}
