package foresail.schema;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScalarType;
import foresail.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes nulls out of an object as decoding does: a field that is null is absent; in lists and maps
 * a null is the element's zero value ({@code ""}, {@code {}}), except where anything may stand.
 */
final class NullDropper {
  private static final int DEEPEST = 1_000;

  private final Types types;
  private int depth;

  NullDropper(Types types) {
    this.types = types;
  }

  MappingNode drop(MappingNode root, Struct type) {
    List<MappingNode.Entry> kept = new ArrayList<>(root.entries().size());
    boolean changed = false;
    for (MappingNode.Entry entry : root.entries()) {
      Optional<Type> field = Optional.ofNullable(type.fields().get(entry.name()));
      if (field.isPresent() && isNull(entry.value())) {
        changed = true;
      } else {
        Node value = field.map(t -> value(entry.value(), t)).orElse(entry.value());
        changed |= value != entry.value();
        kept.add(value == entry.value() ? entry : new MappingNode.Entry(entry.key(), value));
      }
    }
    return changed ? new MappingNode(kept, root.span(), root.added()) : root;
  }

  private Node value(Node node, Type type) {
    if (depth >= DEEPEST) {
      return node;
    }
    depth++;
    try {
      if (node instanceof MappingNode mapping && type.shape() == Type.Shape.STRUCT) {
        return drop(mapping, types.struct(type));
      }
      if (node instanceof MappingNode mapping && type.shape() == Type.Shape.MAP) {
        return map(mapping, type.element().orElseThrow());
      }
      if (node instanceof SequenceNode sequence && type.shape() == Type.Shape.LIST) {
        return list(sequence, type.element().orElseThrow());
      }
      return node;
    } finally {
      depth--;
    }
  }

  private Node map(MappingNode node, Type element) {
    List<MappingNode.Entry> entries = new ArrayList<>(node.entries().size());
    boolean changed = false;
    for (MappingNode.Entry entry : node.entries()) {
      Node value = element(entry.value(), element);
      changed |= value != entry.value();
      entries.add(value == entry.value() ? entry : new MappingNode.Entry(entry.key(), value));
    }
    return changed ? new MappingNode(entries, node.span(), node.added()) : node;
  }

  private Node list(SequenceNode node, Type element) {
    List<Node> items = new ArrayList<>(node.items().size());
    boolean changed = false;
    for (Node item : node.items()) {
      Node value = element(item, element);
      changed |= value != item;
      items.add(value);
    }
    return changed ? new SequenceNode(items, node.span(), node.added()) : node;
  }

  private Node element(Node node, Type type) {
    return isNull(node) ? zero(node, type) : value(node, type);
  }

  private static Node zero(Node node, Type type) {
    return switch (type.shape()) {
      case STRING, BYTES, TIME, MICRO_TIME -> ScalarNode.added("", ScalarType.STRING, node.span());
      case BOOL -> ScalarNode.added("false", ScalarType.BOOLEAN, node.span());
      case INT32, INT64, DOUBLE, INT_OR_STRING, QUANTITY ->
          ScalarNode.added("0", ScalarType.INTEGER, node.span());
      case LIST -> new SequenceNode(List.of(), node.span(), true);
      case MAP, STRUCT -> new MappingNode(List.of(), node.span(), true);
      case ANY -> node;
    };
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar && scalar.isNull();
  }
}
