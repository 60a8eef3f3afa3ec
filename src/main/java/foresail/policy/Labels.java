package foresail.policy;

import foresail.notation.LabelSelector.Operator;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Labels of an object, and how selectors judge them.
 *
 * @param complete whether it has no others
 */
record Labels(Map<String, String> values, boolean complete) {
  static final String NAME = "kubernetes.io/metadata.name";

  /** Those in the metadata of an object. */
  static Map<String, String> in(Node object) {
    Map<String, String> labels = new LinkedHashMap<>();
    if (object.at("metadata", "labels").orElse(null) instanceof MappingNode mapping) {
      for (MappingNode.Entry entry : mapping.entries()) {
        text(entry.value()).ifPresent(value -> labels.put(entry.name(), value));
      }
    }
    return labels;
  }

  /** Whether a selector, which may be absent, selects them. */
  Answer selectedBy(Optional<Node> selector) {
    Answer all = Answer.YES;
    if (selector.flatMap(node -> node.get("matchLabels")).orElse(null)
        instanceof MappingNode wanted) {
      for (MappingNode.Entry entry : wanted.entries()) {
        all = all.and(meets(entry.name(), "In", texts(List.of(entry.value()))));
      }
    }
    for (Node term : items(selector.flatMap(node -> node.get("matchExpressions")))) {
      all =
          all.and(
              meets(
                  term.string("key").orElse(""),
                  term.string("operator").orElse(""),
                  texts(items(term.get("values")))));
    }
    return all;
  }

  private Answer meets(String key, String operator, List<String> wanted) {
    if (!values.containsKey(key) && !complete) {
      return Answer.UNKNOWN;
    }
    return Answer.of(
        Operator.of(operator).filter(word -> word.matches(values, key, wanted)).isPresent());
  }

  static List<Node> items(Optional<Node> list) {
    return list.orElse(null) instanceof SequenceNode sequence ? sequence.items() : List.of();
  }

  static List<String> texts(List<Node> items) {
    List<String> texts = new ArrayList<>(items.size());
    for (Node item : items) {
      text(item).ifPresent(texts::add);
    }
    return texts;
  }

  private static Optional<String> text(Node node) {
    return node instanceof ScalarNode scalar && scalar.isString()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }
}
