package foresail.simulation.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One statement of an object's status.
 *
 * @param status {@code True}, {@code False} or {@code Unknown}
 * @param reason one word; may be empty
 * @param message for people; may be empty
 * @param since when the status last changed
 */
public record Condition(String type, String status, String reason, String message, Duration since) {
  public static final String TRUE = "True";
  public static final String FALSE = "False";
  public static final String UNKNOWN = "Unknown";

  public boolean isTrue() {
    return status.equals(TRUE);
  }

  /** Whether all but the moment is the same. */
  public boolean says(Condition other) {
    return type.equals(other.type)
        && status.equals(other.status)
        && reason.equals(other.reason)
        && message.equals(other.message);
  }

  /** The condition of a type in a list. */
  public static Optional<Condition> find(List<Condition> conditions, String type) {
    for (Condition condition : conditions) {
      if (condition.type().equals(type)) {
        return Optional.of(condition);
      }
    }
    return Optional.empty();
  }

  /** Whether the list has the condition, and it is True. */
  public static boolean isTrue(List<Condition> conditions, String type) {
    for (Condition condition : conditions) {
      if (condition.type().equals(type)) {
        return condition.isTrue();
      }
    }
    return false;
  }

  /**
   * The list with this condition in place of the one of its type, or at the end. Where the status
   * stays the same, so does the moment.
   */
  public static List<Condition> put(List<Condition> conditions, Condition condition) {
    var changed = new ArrayList<Condition>(conditions.size() + 1);
    boolean found = false;
    for (Condition old : conditions) {
      if (!old.type().equals(condition.type())) {
        changed.add(old);
        continue;
      }
      found = true;
      changed.add(condition.keepingMomentOf(old));
    }
    if (!found) {
      changed.add(condition);
    }
    return List.copyOf(changed);
  }

  /** The list without the condition of a type. */
  public static List<Condition> remove(List<Condition> conditions, String type) {
    return conditions.stream().filter(condition -> !condition.type().equals(type)).toList();
  }

  private Condition keepingMomentOf(Condition old) {
    return old.status.equals(status)
        ? new Condition(type, status, reason, message, old.since)
        : this;
  }
}
