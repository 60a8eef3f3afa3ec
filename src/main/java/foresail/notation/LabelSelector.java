package foresail.notation;

import java.util.List;
import java.util.Map;

/**
 * A label selector: all its requirements together. Without a requirement it selects everything
 * (apimachinery/pkg/apis/meta/v1/helpers.go, v1.36).
 *
 * @param requirements those of matchLabels as {@code In} with one value, then matchExpressions
 */
public record LabelSelector(List<Requirement> requirements) {
  public LabelSelector {
    requirements = List.copyOf(requirements);
  }

  /** How a label's value is compared. */
  public enum Operator {
    IN("In"),
    NOT_IN("NotIn"),
    EXISTS("Exists"),
    DOES_NOT_EXIST("DoesNotExist");

    private final String word;

    Operator(String word) {
      this.word = word;
    }

    /** As manifests spell it. */
    public String word() {
      return word;
    }
  }

  /**
   * One demand on the labels.
   *
   * @param values for {@code In} and {@code NotIn} only
   */
  public record Requirement(String key, Operator operator, List<String> values) {
    public Requirement {
      values = List.copyOf(values);
    }

    /** Whether the labels fulfil it; {@code NotIn} is fulfilled where the label is absent. */
    public boolean matches(Map<String, String> labels) {
      String value = labels.get(key);
      return switch (operator) {
        case IN -> value != null && values.contains(value);
        case NOT_IN -> value == null || !values.contains(value);
        case EXISTS -> value != null;
        case DOES_NOT_EXIST -> value == null;
      };
    }

    /** As {@code kubectl get -l} takes it: {@code app in (a,b)}. */
    @Override
    public String toString() {
      return switch (operator) {
        case IN -> values.size() == 1 ? key + "=" + values.get(0) : key + " in " + list();
        case NOT_IN -> key + " notin " + list();
        case EXISTS -> key;
        case DOES_NOT_EXIST -> "!" + key;
      };
    }

    private String list() {
      return "(" + String.join(",", values) + ")";
    }
  }

  /** Whether the labels fulfil every requirement. */
  public boolean matches(Map<String, String> labels) {
    for (Requirement requirement : requirements) {
      if (!requirement.matches(labels)) {
        return false;
      }
    }
    return true;
  }

  /** As {@code kubectl get -l} takes it: {@code app=web,tier in (a,b)}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Requirement requirement : requirements) {
      text.append(text.isEmpty() ? "" : ",").append(requirement);
    }
    return text.toString();
  }
}
