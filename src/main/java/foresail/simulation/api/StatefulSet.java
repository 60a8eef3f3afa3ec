package foresail.simulation.api;

/**
 * A StatefulSet.
 *
 * @param replicas what the manifest asks for, unless an autoscaler changed it
 */
public record StatefulSet(
    ObjectMeta metadata, foresail.model.StatefulSet spec, int replicas, Status status)
    implements ApiObject<StatefulSet> {
  public static final Kind<StatefulSet> KIND =
      new Kind<>("apps/v1", "StatefulSet", "statefulsets", true);

  /**
   * @param currentReplicas pods of the current revision
   * @param updatedReplicas pods of the update revision
   * @param currentRevision name of the revision that pods had before the update; empty at first
   * @param updateRevision name of the revision that they are to have
   */
  public record Status(
      long observedGeneration,
      int replicas,
      int readyReplicas,
      int availableReplicas,
      int currentReplicas,
      int updatedReplicas,
      String currentRevision,
      String updateRevision) {
    public static final Status NEW = new Status(0, 0, 0, 0, 0, 0, "", "");
  }

  /** A StatefulSet that is still to be created. */
  public static StatefulSet fresh(ObjectMeta metadata, foresail.model.StatefulSet spec) {
    return new StatefulSet(metadata, spec, spec.replicas(), Status.NEW);
  }

  @Override
  public Kind<StatefulSet> kind() {
    return KIND;
  }

  @Override
  public StatefulSet withMetadata(ObjectMeta newMetadata) {
    return new StatefulSet(newMetadata, spec, replicas, status);
  }

  /** As applied anew. */
  public StatefulSet withSpec(foresail.model.StatefulSet newSpec) {
    int wanted = AppliedReplicas.of(spec, newSpec, replicas, newSpec.replicas());
    return new StatefulSet(metadata, newSpec, wanted, status);
  }

  public StatefulSet withReplicas(int newReplicas) {
    return new StatefulSet(metadata, spec, newReplicas, status);
  }

  public StatefulSet withStatus(Status newStatus) {
    return new StatefulSet(metadata, spec, replicas, newStatus);
  }
}
