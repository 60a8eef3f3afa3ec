package foresail.source;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A list. */
public record SequenceNode(List<Node> items, Span span, boolean added) implements Node {
  public SequenceNode {
    items = List.copyOf(items);
    requireNonNull(span);
  }

  public SequenceNode(List<Node> items, Span span) {
    this(items, span, false);
  }

  @Override
  public String jsonType() {
    return "array";
  }
}
