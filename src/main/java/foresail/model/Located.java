package foresail.model;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.SequenceNode;
import foresail.source.Span;
import java.util.Optional;

/** A value that knows the text that it was read from. */
public interface Located {
  /** The mapping that this value was read from; empty for a value that nobody wrote. */
  Node node();

  /** The text of the whole value. */
  default Span span() {
    return node().span();
  }

  /**
   * The smallest written text for a field: the value reached by the steps, or where one is absent
   * the key of the last one that is there.
   *
   * @param steps keys of mappings, or positions in lists written as numbers
   */
  default Span span(String... steps) {
    Node current = node();
    Span best = current.span();
    for (String step : steps) {
      Optional<Node> next = child(current, step);
      if (next.isEmpty() || next.get().added()) {
        return best;
      }
      Node value = next.get();
      boolean last = step == steps[steps.length - 1];
      best =
          last || !(current instanceof MappingNode parent)
              ? value.span()
              : keySpan(parent, step, value);
      current = value;
    }
    return best;
  }

  /** The text of a field's key; of the value as a whole where the field is absent. */
  default Span keySpan(String key) {
    return node() instanceof MappingNode mapping
        ? mapping.entry(key).map(entry -> entry.key().span()).orElse(mapping.span())
        : node().span();
  }

  private static Span keySpan(MappingNode parent, String key, Node value) {
    return parent.entry(key).map(entry -> entry.key().span()).orElse(value.span());
  }

  private static Optional<Node> child(Node node, String step) {
    if (node instanceof SequenceNode sequence) {
      // A name where a list stands: the manifest has a list that should be a mapping.
      int index = Character.isDigit(step.charAt(0)) ? Integer.parseInt(step) : Integer.MAX_VALUE;
      return index < sequence.items().size()
          ? Optional.of(sequence.items().get(index))
          : Optional.empty();
    }
    return node.get(step);
  }
}
