package foresail.schema.custom;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScalarStyle;
import foresail.source.ScalarType;
import foresail.source.SequenceNode;
import foresail.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds the defaults of a schema to an object and drops nulls that it does not take
 * (pkg/apiserver/schema/defaulting/algorithm.go and prunenulls.go, v1.36). A null where a default
 * is becomes the default; other nulls of fields are dropped, those of list items stay.
 */
public final class CustomDefaults {
  private static final int DEEPEST = 1_000;

  private CustomDefaults() {}

  /** The object with defaults; itself where nothing is to be done. */
  public static MappingNode add(MappingNode root, CustomSchema schema) {
    return object(root, schema, nearestKey(root), 0);
  }

  private static Node value(Node value, Optional<CustomSchema> schema, Span place, int depth) {
    if (schema.isEmpty() || depth > DEEPEST) {
      return value;
    }
    if (value instanceof MappingNode object) {
      return object(object, schema.get(), place, depth);
    }
    return value instanceof SequenceNode list ? list(list, schema.get(), depth) : value;
  }

  private static MappingNode object(
      MappingNode object, CustomSchema schema, Span place, int depth) {
    List<MappingNode.Entry> entries = new ArrayList<>(object.entries().size() + 4);
    boolean changed = false;
    for (MappingNode.Entry entry : object.entries()) {
      Optional<CustomSchema> below = schema.below(entry.name());
      Span key = entry.key().span();
      Optional<Node> value = filled(entry.value(), below, key);
      if (value.isPresent()) {
        Node complete = value(value.get(), below, key, depth + 1);
        boolean same = complete == entry.value();
        entries.add(same ? entry : new MappingNode.Entry(entry.key(), complete));
        changed |= !same;
      } else {
        changed = true;
      }
    }
    for (Map.Entry<String, CustomSchema> property : schema.properties().entrySet()) {
      Optional<Node> standard = property.getValue().standard();
      if (standard.isPresent() && object.get(property.getKey()).isEmpty()) {
        Node copy = copy(standard.get(), place);
        Node complete = value(copy, Optional.of(property.getValue()), place, depth + 1);
        entries.add(new MappingNode.Entry(key(property.getKey(), place), complete));
        changed = true;
      }
    }
    return changed ? new MappingNode(entries, object.span(), object.added()) : object;
  }

  /** A value, or the default in place of a null, or nothing where the null is dropped. */
  private static Optional<Node> filled(Node value, Optional<CustomSchema> schema, Span place) {
    if (!CustomSchema.isNull(value) || schema.isEmpty() || schema.get().isNullable()) {
      return Optional.of(value);
    }
    return schema.get().standard().map(standard -> copy(standard, place));
  }

  private static SequenceNode list(SequenceNode list, CustomSchema schema, int depth) {
    List<Node> items = new ArrayList<>(list.items().size());
    boolean changed = false;
    for (Node item : list.items()) {
      Span place = item instanceof MappingNode object ? nearestKey(object) : item.span();
      Node filled = filled(item, schema.items(), place).orElse(item);
      Node complete = value(filled, schema.items(), place, depth + 1);
      items.add(complete);
      changed |= complete != item;
    }
    return changed ? new SequenceNode(items, list.span(), list.added()) : list;
  }

  private static Span nearestKey(MappingNode node) {
    return node.entries().isEmpty() ? node.span() : node.entries().get(0).key().span();
  }

  private static ScalarNode key(String name, Span place) {
    return new ScalarNode(name, name, ScalarType.STRING, ScalarStyle.PLAIN, place, true);
  }

  /** A value of the definition at a place of the object. */
  private static Node copy(Node node, Span place) {
    if (node instanceof ScalarNode scalar) {
      return ScalarNode.added(scalar.text(), scalar.type(), place);
    }
    if (node instanceof SequenceNode list) {
      List<Node> items = new ArrayList<>(list.items().size());
      list.items().forEach(item -> items.add(copy(item, place)));
      return new SequenceNode(items, place, true);
    }
    List<MappingNode.Entry> entries = new ArrayList<>();
    for (MappingNode.Entry entry : ((MappingNode) node).entries()) {
      entries.add(new MappingNode.Entry(key(entry.name(), place), copy(entry.value(), place)));
    }
    return new MappingNode(entries, place, true);
  }
}
