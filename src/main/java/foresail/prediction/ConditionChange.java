package foresail.prediction;

import foresail.simulation.api.Condition;
import java.time.Duration;

/** A condition that has come, or says something else. */
public record ConditionChange(
    Duration at, String type, String status, String reason, String message) {
  static ConditionChange of(Duration at, Condition condition) {
    return new ConditionChange(
        at, condition.type(), condition.status(), condition.reason(), condition.message());
  }
}
