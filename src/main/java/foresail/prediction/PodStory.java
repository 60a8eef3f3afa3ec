package foresail.prediction;

import foresail.simulation.api.Pod;
import java.util.List;
import java.util.Optional;

/**
 * What one pod goes through, before the stories of other pods have told why.
 *
 * @param pod its last state
 * @param status STATUS at the end, or while it loops
 * @param because what the pod itself shows of the end's cause
 */
record PodStory(
    Pod pod,
    Optional<String> owner,
    End end,
    String status,
    Because because,
    List<Row> rows,
    List<ConditionChange> conditions,
    List<EventLine> events) {
  /** {@code Deployment/web}, or {@code pod/web} where nobody owns it. */
  String subject() {
    return owner.orElseGet(() -> "pod/" + pod.name());
  }

  /** Whether both are pods of one owner, or the same pod. */
  boolean isLike(PodStory other) {
    return pod.namespace().equals(other.pod.namespace()) && subject().equals(other.subject());
  }

  /** Whether it does not do what it is there for. */
  boolean isBad() {
    return end == End.STUCK || end == End.LOOPING || end == End.FAILED;
  }

  PodPrediction told(List<Cause> causes) {
    return new PodPrediction(
        pod.name(), pod.namespace(), owner, end, status, causes, rows, conditions, events);
  }
}
