package foresail.simulation.api;

import foresail.model.ClaimSpec;

/**
 * A PersistentVolumeClaim.
 *
 * @param volumeName the volume that it is bound to; empty while unbound
 * @param selectedNode where the pod that first wants it is to run; empty while nobody wants it
 */
public record Claim(ObjectMeta metadata, ClaimSpec spec, String volumeName, String selectedNode)
    implements ApiObject<Claim> {
  public static final Kind<Claim> KIND =
      new Kind<>("v1", "PersistentVolumeClaim", "persistentvolumeclaims", true);

  /** A claim that is still to be created. */
  public static Claim fresh(ObjectMeta metadata, ClaimSpec spec) {
    return new Claim(metadata, spec, "", "");
  }

  @Override
  public Kind<Claim> kind() {
    return KIND;
  }

  @Override
  public Claim withMetadata(ObjectMeta newMetadata) {
    return new Claim(newMetadata, spec, volumeName, selectedNode);
  }

  public Claim withSpec(ClaimSpec newSpec) {
    return new Claim(metadata, newSpec, volumeName, selectedNode);
  }

  public Claim withVolumeName(String volume) {
    return new Claim(metadata, spec, volume, selectedNode);
  }

  public Claim withSelectedNode(String node) {
    return new Claim(metadata, spec, volumeName, node);
  }

  /** What a volume notes of the claim that has it: another claim of the same name is not it. */
  public String reference() {
    return key() + "/" + uid();
  }

  public boolean bound() {
    return !volumeName.isEmpty();
  }
}
