package foresail.simulation.api;

import foresail.model.HorizontalPodAutoscaler;
import java.util.List;

/** A HorizontalPodAutoscaler. */
public record Autoscaler(
    ObjectMeta metadata, HorizontalPodAutoscaler spec, List<Condition> conditions)
    implements ApiObject<Autoscaler> {
  public static final Kind<Autoscaler> KIND =
      new Kind<>("autoscaling/v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers", true);

  public Autoscaler {
    conditions = List.copyOf(conditions);
  }

  /** An autoscaler that is still to be created. */
  public static Autoscaler fresh(ObjectMeta metadata, HorizontalPodAutoscaler spec) {
    return new Autoscaler(metadata, spec, List.of());
  }

  @Override
  public Kind<Autoscaler> kind() {
    return KIND;
  }

  @Override
  public Autoscaler withMetadata(ObjectMeta newMetadata) {
    return new Autoscaler(newMetadata, spec, conditions);
  }

  /** As applied anew. */
  public Autoscaler withSpec(HorizontalPodAutoscaler newSpec) {
    return new Autoscaler(metadata, newSpec, conditions);
  }

  /** With a condition in place of the one of its type. */
  public Autoscaler with(Condition condition) {
    return new Autoscaler(metadata, spec, Condition.put(conditions, condition));
  }
}
