package foresail.simulation.api;

import foresail.model.PodDisruptionBudget;
import java.util.List;

/** A PodDisruptionBudget. */
public record DisruptionBudget(ObjectMeta metadata, PodDisruptionBudget spec, Status status)
    implements ApiObject<DisruptionBudget> {
  public static final Kind<DisruptionBudget> KIND =
      new Kind<>("policy/v1", "PodDisruptionBudget", "poddisruptionbudgets", true);

  /**
   * @param currentHealthy pods that are Ready and are not being deleted
   * @param desiredHealthy how many of them there are to be
   * @param expectedPods what shares are counted of
   * @param disruptionsAllowed how many pods may be evicted now; never negative
   */
  public record Status(
      int currentHealthy,
      int desiredHealthy,
      int expectedPods,
      int disruptionsAllowed,
      List<Condition> conditions) {
    public static final Status NEW = new Status(0, 0, 0, 0, List.of());

    public Status {
      conditions = List.copyOf(conditions);
    }

    /** With a condition in place of the one of its type. */
    public Status with(Condition condition) {
      return new Status(
          currentHealthy,
          desiredHealthy,
          expectedPods,
          disruptionsAllowed,
          Condition.put(conditions, condition));
    }

    /** The same counts, but nothing may be evicted. */
    public Status allowingNone() {
      return new Status(currentHealthy, desiredHealthy, expectedPods, 0, conditions);
    }
  }

  /** A budget that is still to be created. */
  public static DisruptionBudget fresh(ObjectMeta metadata, PodDisruptionBudget spec) {
    return new DisruptionBudget(metadata, spec, Status.NEW);
  }

  @Override
  public Kind<DisruptionBudget> kind() {
    return KIND;
  }

  @Override
  public DisruptionBudget withMetadata(ObjectMeta newMetadata) {
    return new DisruptionBudget(newMetadata, spec, status);
  }

  /** As applied anew. */
  public DisruptionBudget withSpec(PodDisruptionBudget newSpec) {
    return new DisruptionBudget(metadata, newSpec, status);
  }

  public DisruptionBudget withStatus(Status newStatus) {
    return new DisruptionBudget(metadata, spec, newStatus);
  }

  /** Whether its selector means a pod; an absent one means none, an empty one all. */
  public boolean covers(Pod pod) {
    return spec.selector().isPresent()
        && namespace().equals(pod.namespace())
        && spec.selector().get().matches(pod.metadata().labels());
  }
}
