package foresail.simulation.api;

import foresail.model.LabelSelector;
import foresail.model.PodTemplate;
import foresail.model.ReplicationController;
import java.util.List;
import java.util.Optional;

/**
 * A ReplicaSet, or a ReplicationController, which works the same.
 *
 * @param selector empty (absent) selects nothing
 */
public record ReplicaSet(
    Kind<ReplicaSet> kind,
    ObjectMeta metadata,
    Optional<LabelSelector> selector,
    PodTemplate template,
    int replicas,
    int minReadySeconds,
    Status status)
    implements ApiObject<ReplicaSet> {
  public static final Kind<ReplicaSet> KIND =
      new Kind<>("apps/v1", "ReplicaSet", "replicasets", true);
  public static final Kind<ReplicaSet> REPLICATION_CONTROLLER =
      new Kind<>("v1", "ReplicationController", "replicationcontrollers", true);

  /**
   * @param replicas pods that have neither ended nor are terminating
   * @param terminatingReplicas pods that are being deleted and have not ended
   */
  public record Status(
      long observedGeneration,
      int replicas,
      int readyReplicas,
      int availableReplicas,
      int terminatingReplicas,
      List<Condition> conditions) {
    public static final Status NEW = new Status(0, 0, 0, 0, 0, List.of());

    public Status {
      conditions = List.copyOf(conditions);
    }
  }

  /** A ReplicaSet that is still to be created. */
  public static ReplicaSet fresh(ObjectMeta metadata, foresail.model.ReplicaSet spec) {
    return new ReplicaSet(
        KIND,
        metadata,
        spec.selector(),
        spec.template(),
        spec.replicas(),
        spec.minReadySeconds(),
        Status.NEW);
  }

  /** A ReplicationController that is still to be created. */
  public static ReplicaSet fresh(ObjectMeta metadata, ReplicationController spec) {
    return new ReplicaSet(
        REPLICATION_CONTROLLER,
        metadata,
        spec.selector(),
        spec.template(),
        spec.replicas(),
        spec.minReadySeconds(),
        Status.NEW);
  }

  /** With the spec of another one, as applied anew. */
  public ReplicaSet withSpecOf(ReplicaSet applied) {
    return new ReplicaSet(
        kind,
        metadata,
        applied.selector,
        applied.template,
        applied.replicas,
        applied.minReadySeconds,
        status);
  }

  @Override
  public ReplicaSet withMetadata(ObjectMeta newMetadata) {
    return new ReplicaSet(kind, newMetadata, selector, template, replicas, minReadySeconds, status);
  }

  public ReplicaSet withReplicas(int newReplicas) {
    return new ReplicaSet(kind, metadata, selector, template, newReplicas, minReadySeconds, status);
  }

  public ReplicaSet withMinReadySeconds(int seconds) {
    return new ReplicaSet(kind, metadata, selector, template, replicas, seconds, status);
  }

  public ReplicaSet withStatus(Status newStatus) {
    return new ReplicaSet(kind, metadata, selector, template, replicas, minReadySeconds, newStatus);
  }
}
