package foresail.model;

import foresail.notation.LabelSelector.Operator;
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

    /** Whether labels meet it; none meet an operator that there is not. */
    public boolean matches(Map<String, String> labels) {
      return Operator.of(operator).filter(word -> word.matches(labels, key, values)).isPresent();
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
