package foresail.notation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    DOES_NOT_EXIST("DoesNotExist"),
    /** Of the labels of nodes only: a whole number above the one value. */
    GT("Gt"),
    /** Of the labels of nodes only: a whole number below the one value. */
    LT("Lt");

    private final String word;

    Operator(String word) {
      this.word = word;
    }

    /** As manifests spell it. */
    public String word() {
      return word;
    }

    /** The one that manifests spell so; empty for any other word. */
    public static Optional<Operator> of(String word) {
      return switch (word) {
        case "In" -> Optional.of(IN);
        case "NotIn" -> Optional.of(NOT_IN);
        case "Exists" -> Optional.of(EXISTS);
        case "DoesNotExist" -> Optional.of(DOES_NOT_EXIST);
        case "Gt" -> Optional.of(GT);
        case "Lt" -> Optional.of(LT);
        default -> Optional.empty();
      };
    }

    /**
     * Whether labels fulfil a demand (apimachinery/pkg/labels/selector.go, v1.36); {@code NotIn} is
     * fulfilled where the label is absent.
     *
     * @param key of the label
     * @param values that it is compared with
     */
    public boolean matches(Map<String, String> labels, String key, List<String> values) {
      String value = labels.get(key);
      return switch (this) {
        case IN -> value != null && values.contains(value);
        case NOT_IN -> value == null || !values.contains(value);
        case EXISTS -> value != null;
        case DOES_NOT_EXIST -> value == null;
        case GT -> value != null && compare(value, values) > 0;
        case LT -> value != null && compare(value, values) < 0;
      };
    }

    /** The sign of label minus bound; 0 where either is no whole number, which matches neither. */
    private static int compare(String value, List<String> bound) {
      try {
        return bound.size() == 1
            ? Long.compare(Long.parseLong(value), Long.parseLong(bound.get(0)))
            : 0;
      } catch (NumberFormatException notANumber) {
        return 0;
      }
    }
  }

  /**
   * One demand on the labels.
   *
   * @param values none for {@code Exists} and {@code DoesNotExist}
   */
  public record Requirement(String key, Operator operator, List<String> values) {
    public Requirement {
      values = List.copyOf(values);
    }

    /** Whether the labels fulfil it. */
    public boolean matches(Map<String, String> labels) {
      return operator.matches(labels, key, values);
    }

    /** As {@code kubectl get -l} takes it: {@code app in (a,b)}. */
    @Override
    public String toString() {
      return switch (operator) {
        case IN -> values.size() == 1 ? key + "=" + values.get(0) : key + " in " + list();
        case NOT_IN -> key + " notin " + list();
        case EXISTS -> key;
        case DOES_NOT_EXIST -> "!" + key;
        case GT -> key + ">" + String.join(",", values);
        case LT -> key + "<" + String.join(",", values);
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
