package foresail.model;

import foresail.source.Node;
import java.util.List;
import java.util.Map;

/**
 * Which objects are meant, by their labels; all terms must match, so an empty one matches
 * everything.
 */
public record LabelSelector(
    Node node, Map<String, String> matchLabels, List<Requirement> matchExpressions)
    implements Located {
  /**
   * @param operator In, NotIn, Exists, DoesNotExist; for nodes also Gt and Lt
   */
  public record Requirement(Node node, String key, String operator, List<String> values)
      implements Located {
    static Requirement of(Fields term) {
      return new Requirement(
          term.node(), term.string("key"), term.string("operator"), term.strings("values"));
    }

    /** Whether labels meet it (apimachinery/pkg/labels/selector.go, v1.36). */
    public boolean matches(Map<String, String> labels) {
      String value = labels.get(key);
      return switch (operator) {
        case "In" -> value != null && values.contains(value);
        case "NotIn" -> value == null || !values.contains(value);
        case "Exists" -> value != null;
        case "DoesNotExist" -> value == null;
        case "Gt" -> compare(value) > 0;
        case "Lt" -> compare(value) < 0;
        default -> false;
      };
    }

    /**
     * The sign of label minus bound; 0 where either is no whole number, which matches neither
     * operator.
     */
    private int compare(String value) {
      try {
        return value == null || values.size() != 1
            ? 0
            : Long.compare(Long.parseLong(value), Long.parseLong(values.get(0)));
      } catch (NumberFormatException notANumber) {
        return 0;
      }
    }
  }

  static LabelSelector of(Fields selector) {
    return new LabelSelector(
        selector.node(),
        selector.stringMap("matchLabels"),
        selector.list("matchExpressions", Requirement::of));
  }

  /** Of a plain map of labels, as Services and ReplicationControllers have. */
  static LabelSelector ofMap(Fields parent, String key) {
    return new LabelSelector(parent.orEmpty(key).node(), parent.stringMap(key), List.of());
  }

  public boolean isEmpty() {
    return matchLabels.isEmpty() && matchExpressions.isEmpty();
  }

  public boolean matches(Map<String, String> labels) {
    for (Map.Entry<String, String> wanted : matchLabels.entrySet()) {
      if (!wanted.getValue().equals(labels.get(wanted.getKey()))) {
        return false;
      }
    }
    for (Requirement requirement : matchExpressions) {
      if (!requirement.matches(labels)) {
        return false;
      }
    }
    return true;
  }
}
