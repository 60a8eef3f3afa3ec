package foresail.schema;

import foresail.finding.Refusal;
import foresail.schema.Type.Shape;
import foresail.schema.custom.CustomSchema;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.SequenceNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the fields of a custom resource that its definition does not have, which the server would
 * drop and therefore refuses (apiextensions-apiserver/pkg/apiserver/schema/pruning/algorithm.go,
 * v1.36), and decodes its metadata and that of objects inside it.
 */
final class CustomFields {
  private static final int DEEPEST = 1_000;
  private static final Struct NONE = new Struct("", Map.of(), false);

  private final Types types;
  private final Trail trail = new Trail();
  private final Decoder metadata;

  CustomFields(Types types) {
    this.types = types;
    this.metadata = new Decoder(types, trail);
  }

  void decode(MappingNode root, CustomType type) {
    fields(root, Optional.of(type.schema()), type.fields(), true);
  }

  /** In the order in which they are written. */
  List<Refusal> refusals() {
    return metadata.refusals();
  }

  /** Whether a null was met in metadata, which the server drops. */
  boolean foundNulls() {
    return metadata.foundNulls();
  }

  private void value(Node node, Optional<CustomSchema> schema, Type type) {
    if (trail.depth() > DEEPEST) {
      return;
    }
    if (node instanceof MappingNode object) {
      boolean meta = schema.isPresent() && schema.get().isEmbeddedObject();
      fields(object, schema, struct(type), meta);
    } else if (node instanceof SequenceNode list) {
      boolean keep = schema.isPresent() && schema.get().preservesUnknownFields();
      items(list, schema.flatMap(CustomSchema::items), element(type), keep);
    }
  }

  private void items(SequenceNode list, Optional<CustomSchema> schema, Type type, boolean keep) {
    if (keep && schema.isEmpty()) {
      return;
    }
    for (int i = 0; i < list.items().size(); i++) {
      trail.index(i);
      value(list.items().get(i), schema, type);
      trail.back();
    }
  }

  /** Where there is no schema at all, nothing is known. */
  private void fields(
      MappingNode object, Optional<CustomSchema> schema, Struct struct, boolean meta) {
    for (MappingNode.Entry entry : object.entries()) {
      String name = entry.name();
      trail.field(struct, name);
      Optional<CustomSchema> known = schema.flatMap(s -> s.property(name));
      if (meta && CustomSchema.isMeta(name)) {
        metadata.value(entry.value(), metaType(name));
      } else if (known.isPresent()) {
        value(entry.value(), known, struct.fields().getOrDefault(name, Type.of(Shape.ANY)));
      } else if (schema.isPresent() && schema.get().allowsOthers()) {
        value(entry.value(), schema.get().others(), Type.of(Shape.ANY));
      } else if (schema.isEmpty() || !schema.get().preservesUnknownFields()) {
        metadata.add(UnknownField.refusal(trail, types, object, entry, struct));
      }
      trail.back();
    }
  }

  private static Type metaType(String name) {
    return name.equals("metadata") ? Type.struct(Types.METADATA) : Type.of(Shape.STRING);
  }

  private Struct struct(Type type) {
    return type.shape() == Shape.STRUCT ? types.struct(type) : NONE;
  }

  private static Type element(Type type) {
    return type.shape() == Shape.LIST ? type.element().orElseThrow() : Type.of(Shape.ANY);
  }
}
