package foresail.prediction;

import java.util.List;
import java.util.Optional;

/**
 * What one pod goes through. A name that comes back is one pod whose rows go on.
 *
 * @param owner {@code Deployment/web}: what the user wrote; empty for a pod of its own
 * @param end how it ends, or what it does for ever
 * @param because the cause of the end, with what lies behind it
 */
public record PodPrediction(
    String name,
    String namespace,
    Optional<String> owner,
    End end,
    String because,
    List<Row> rows,
    List<ConditionChange> conditions,
    List<EventLine> events) {
  public PodPrediction {
    rows = List.copyOf(rows);
    conditions = List.copyOf(conditions);
    events = List.copyOf(events);
  }
}
