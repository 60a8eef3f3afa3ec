package foresail.simulation.api;

import java.time.Duration;
import java.util.Optional;

/**
 * A StorageClass, and what its provisioner does in this cluster.
 *
 * @param provisioner empty where only the class's name is known
 * @param isDefault whether claims that name none get it
 * @param binds how long the provisioner takes for a volume; empty where it never makes one
 * @param assumed whether nobody said that the provisioner runs
 */
public record StorageClass(
    ObjectMeta metadata,
    String provisioner,
    boolean waitForFirstConsumer,
    boolean isDefault,
    Optional<Duration> binds,
    boolean assumed)
    implements ApiObject<StorageClass> {
  public static final Kind<StorageClass> KIND =
      new Kind<>("storage.k8s.io/v1", "StorageClass", "storageclasses", false);

  /** The provisioner of classes whose volumes somebody makes by hand. */
  public static final String NO_PROVISIONER = "kubernetes.io/no-provisioner";

  /**
   * A class that a manifest declares.
   *
   * @param usual how long provisioners take of which nothing is known; empty where none runs
   */
  public static StorageClass fresh(
      ObjectMeta metadata, foresail.model.StorageClass spec, Optional<Duration> usual) {
    Optional<Duration> binds = usual.filter(any -> !spec.provisioner().equals(NO_PROVISIONER));
    return new StorageClass(
        metadata,
        spec.provisioner(),
        spec.waitForFirstConsumer(),
        spec.isDefault(),
        binds,
        binds.isPresent());
  }

  @Override
  public Kind<StorageClass> kind() {
    return KIND;
  }

  @Override
  public StorageClass withMetadata(ObjectMeta newMetadata) {
    return new StorageClass(
        newMetadata, provisioner, waitForFirstConsumer, isDefault, binds, assumed);
  }

  /** Whether somebody other than the volume's author makes volumes. */
  public boolean provisions() {
    return !provisioner.equals(NO_PROVISIONER);
  }
}
