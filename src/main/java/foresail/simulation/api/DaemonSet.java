package foresail.simulation.api;

/** A DaemonSet. */
public record DaemonSet(ObjectMeta metadata, foresail.model.DaemonSet spec, Status status)
    implements ApiObject<DaemonSet> {
  public static final Kind<DaemonSet> KIND = new Kind<>("apps/v1", "DaemonSet", "daemonsets", true);

  /**
   * @param desired nodes on which a pod is to run
   * @param current of them, those that have one
   * @param misscheduled nodes that have a pod and should not
   * @param updated of the current ones, those of the newest template
   */
  public record Status(
      long observedGeneration,
      int desired,
      int current,
      int misscheduled,
      int ready,
      int updated,
      int available) {
    public static final Status NEW = new Status(0, 0, 0, 0, 0, 0, 0);

    /** Nodes whose pod is missing or not available. */
    public int unavailable() {
      return desired - available;
    }
  }

  /** A DaemonSet that is still to be created. */
  public static DaemonSet fresh(ObjectMeta metadata, foresail.model.DaemonSet spec) {
    return new DaemonSet(metadata, spec, Status.NEW);
  }

  @Override
  public Kind<DaemonSet> kind() {
    return KIND;
  }

  @Override
  public DaemonSet withMetadata(ObjectMeta newMetadata) {
    return new DaemonSet(newMetadata, spec, status);
  }

  /** As applied anew. */
  public DaemonSet withSpec(foresail.model.DaemonSet newSpec) {
    return new DaemonSet(metadata, newSpec, status);
  }

  public DaemonSet withStatus(Status newStatus) {
    return new DaemonSet(metadata, spec, newStatus);
  }
}
