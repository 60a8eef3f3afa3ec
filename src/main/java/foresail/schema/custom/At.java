package foresail.schema.custom;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.Span;

/**
 * Where a walk through a custom resource stands.
 *
 * @param path as the server prints it: keys of maps like fields; empty for the object itself
 * @param span what to underline
 */
record At(String path, Span span, int depth) {
  static At root(MappingNode object) {
    return new At("", firstKey(object), 0);
  }

  /** A field, or a value of a map. */
  At field(MappingNode.Entry entry) {
    Span there = entry.value() instanceof ScalarNode ? entry.value().span() : entry.key().span();
    return new At(below(entry.name()), there, depth + 1);
  }

  /** A field that is not there. */
  At absent(String name) {
    return new At(below(name), span, depth + 1);
  }

  private String below(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  At item(int index, Node item) {
    Span there = item instanceof MappingNode object ? firstKey(object) : item.span();
    return new At(path + "[" + index + "]", there, depth + 1);
  }

  private static Span firstKey(MappingNode node) {
    return node.entries().isEmpty() ? node.span() : node.entries().get(0).key().span();
  }
}
