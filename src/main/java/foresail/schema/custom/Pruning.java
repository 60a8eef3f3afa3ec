package foresail.schema.custom;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.SequenceNode;
import java.util.Optional;

/**
 * Whether a value has fields that its schema does not have
 * (apiextensions-apiserver/pkg/apiserver/schema/pruning/algorithm.go, v1.36).
 */
public final class Pruning {
  private Pruning() {}

  /** Whether the server would drop nothing. */
  public static boolean keepsAll(Node value, CustomSchema schema) {
    return keepsAll(value, Optional.of(schema));
  }

  private static boolean keepsAll(Node value, Optional<CustomSchema> schema) {
    boolean preserving = schema.isPresent() && schema.get().preservesUnknownFields();
    if (value instanceof SequenceNode list) {
      Optional<CustomSchema> items = schema.flatMap(CustomSchema::items);
      if (preserving && items.isEmpty()) {
        return true;
      }
      for (Node item : list.items()) {
        if (!keepsAll(item, items)) {
          return false;
        }
      }
      return true;
    }
    if (value instanceof MappingNode object) {
      for (MappingNode.Entry entry : object.entries()) {
        if (!keeps(entry, schema, preserving)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean keeps(
      MappingNode.Entry entry, Optional<CustomSchema> schema, boolean preserving) {
    if (schema.isEmpty()) {
      return false;
    }
    if (schema.get().isEmbeddedObject() && CustomSchema.isMeta(entry.name())) {
      return true;
    }
    Optional<CustomSchema> known = schema.get().property(entry.name());
    if (known.isPresent()) {
      return keepsAll(entry.value(), known);
    }
    return schema.get().allowsOthers()
        ? keepsAll(entry.value(), schema.get().others())
        : preserving;
  }
}
