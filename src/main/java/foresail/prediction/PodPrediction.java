package foresail.prediction;

import java.util.List;
import java.util.Optional;

/**
 * What one pod goes through. A name that comes back is one pod whose rows go on.
 *
 * @param owner {@code Deployment/web}: what the user wrote; empty for a pod of its own
 * @param end how it ends, or what it does for ever
 * @param status STATUS while it does so: {@code Init:0/2}
 * @param causes of the end, each the cause of the one before; none for one that is ready
 * @param outcomes its ends in several runs, the most frequent first; empty where there was one only
 */
public record PodPrediction(
    String name,
    String namespace,
    Optional<String> owner,
    End end,
    String status,
    List<Cause> causes,
    List<Row> rows,
    List<ConditionChange> conditions,
    List<EventLine> events,
    List<Outcome> outcomes) {
  public PodPrediction {
    outcomes = List.copyOf(outcomes);
    causes = List.copyOf(causes);
    rows = List.copyOf(rows);
    conditions = List.copyOf(conditions);
    events = List.copyOf(events);
  }

  /** What a single run tells. */
  public PodPrediction(
      String name,
      String namespace,
      Optional<String> owner,
      End end,
      String status,
      List<Cause> causes,
      List<Row> rows,
      List<ConditionChange> conditions,
      List<EventLine> events) {
    this(name, namespace, owner, end, status, causes, rows, conditions, events, List.of());
  }

  PodPrediction spread(List<Row> newRows, List<Outcome> newOutcomes) {
    return new PodPrediction(
        name, namespace, owner, end, status, causes, newRows, conditions, events, newOutcomes);
  }

  /** The causes in one line; empty where there are none. */
  public String because() {
    return String.join("; ", causes.stream().map(Cause::text).toList());
  }
}
