package foresail.simulation.api;

/**
 * A Deployment.
 *
 * @param replicas what the manifest asks for, unless an autoscaler changed it
 */
public record Deployment(
    ObjectMeta metadata, foresail.model.Deployment spec, int replicas, DeploymentStatus status)
    implements ApiObject<Deployment> {
  public static final Kind<Deployment> KIND =
      new Kind<>("apps/v1", "Deployment", "deployments", true);

  /** A Deployment that is still to be created. */
  public static Deployment fresh(ObjectMeta metadata, foresail.model.Deployment spec) {
    return new Deployment(metadata, spec, spec.replicas(), DeploymentStatus.NEW);
  }

  @Override
  public Kind<Deployment> kind() {
    return KIND;
  }

  @Override
  public Deployment withMetadata(ObjectMeta newMetadata) {
    return new Deployment(newMetadata, spec, replicas, status);
  }

  /** As applied anew. */
  public Deployment withSpec(foresail.model.Deployment newSpec) {
    int wanted = AppliedReplicas.of(spec, newSpec, replicas, newSpec.replicas());
    return new Deployment(metadata, newSpec, wanted, status);
  }

  public Deployment withReplicas(int newReplicas) {
    return new Deployment(metadata, spec, newReplicas, status);
  }

  public Deployment withStatus(DeploymentStatus newStatus) {
    return new Deployment(metadata, spec, replicas, newStatus);
  }
}
