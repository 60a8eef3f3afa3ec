package foresail.schema.custom;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.Span;

/** Where a walk through a custom resource stands. The path is put together when it is asked for. */
final class At {
  private final At parent;

  /** A field, a bracketed key or index, or nothing where a value is looked at again. */
  private final String step;

  private final int index;

  /** What to underline. */
  private final Span span;

  private final int depth;

  private At(At parent, String step, int index, Span span) {
    this.parent = parent;
    this.step = step;
    this.index = index;
    this.span = span;
    this.depth = parent == null ? 0 : parent.depth + 1;
  }

  static At root(MappingNode object) {
    return root(firstKey(object));
  }

  static At root(Span span) {
    return new At(null, "", 0, span);
  }

  /** A field, or a value of a map where the server prints it like one. */
  At field(MappingNode.Entry entry) {
    return new At(this, entry.name(), -1, place(entry));
  }

  /** A value of a map, with its key in brackets. */
  At key(MappingNode.Entry entry) {
    return new At(this, "[" + entry.name() + "]", -1, place(entry));
  }

  private static Span place(MappingNode.Entry entry) {
    return entry.value() instanceof ScalarNode ? entry.value().span() : entry.key().span();
  }

  /** A field that is not there. */
  At absent(String name) {
    return new At(this, name, -1, span);
  }

  At item(int at, Node item) {
    return new At(
        this, "", at, item instanceof MappingNode object ? firstKey(object) : item.span());
  }

  /** The same value, looked at once more. */
  At again() {
    return new At(this, "", -1, span);
  }

  Span span() {
    return span;
  }

  int depth() {
    return depth;
  }

  /** As the server prints it; empty for the object itself. */
  String path() {
    StringBuilder path = new StringBuilder();
    print(path);
    return path.toString();
  }

  private void print(StringBuilder path) {
    if (parent == null) {
      return;
    }
    parent.print(path);
    if (index >= 0) {
      path.append('[').append(index).append(']');
    } else if (step.startsWith("[")) {
      path.append(step);
    } else if (!step.isEmpty()) {
      path.append(path.isEmpty() ? "" : ".").append(step);
    }
  }

  private static Span firstKey(MappingNode node) {
    return node.entries().isEmpty() ? node.span() : node.entries().get(0).key().span();
  }
}
