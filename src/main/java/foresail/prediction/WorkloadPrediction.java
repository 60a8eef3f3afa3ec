package foresail.prediction;

import java.util.List;

/** What one workload tells about itself: its conditions and Events. */
public record WorkloadPrediction(
    String kind,
    String name,
    String namespace,
    List<ConditionChange> conditions,
    List<EventLine> events) {
  public WorkloadPrediction {
    conditions = List.copyOf(conditions);
    events = List.copyOf(events);
  }
}
