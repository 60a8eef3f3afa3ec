package foresail.schema;

import foresail.schema.Type.Shape;
import foresail.schema.custom.CustomSchema;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A custom resource's structure.
 *
 * @param schema what its definition says
 * @param fields the same as a struct, to find the right name for a wrong one
 */
record CustomType(CustomSchema schema, Struct fields) {
  static CustomType of(CustomSchema schema) {
    return new CustomType(schema, struct(schema, true));
  }

  private static Struct struct(CustomSchema schema, boolean object) {
    Map<String, Type> fields = new LinkedHashMap<>();
    for (Map.Entry<String, CustomSchema> property : schema.properties().entrySet()) {
      fields.put(property.getKey(), type(property.getValue()));
    }
    if (object) {
      fields.put("apiVersion", Type.of(Shape.STRING));
      fields.put("kind", Type.of(Shape.STRING));
      fields.put("metadata", Type.struct(Types.METADATA));
    }
    return new Struct("", fields, schema.preservesUnknownFields());
  }

  private static Type type(CustomSchema schema) {
    if (schema.isIntOrString()) {
      return Type.of(Shape.INT_OR_STRING);
    }
    return switch (schema.type()) {
      case "string" -> Type.of(Shape.STRING);
      case "boolean" -> Type.of(Shape.BOOL);
      case "integer" -> Type.of(Shape.INT64);
      case "number" -> Type.of(Shape.DOUBLE);
      case "array" -> Type.listOf(schema.items().map(CustomType::type).orElse(Type.of(Shape.ANY)));
      case "object" ->
          schema.others().isPresent()
              ? Type.mapOf(type(schema.others().get()))
              : Type.inline(struct(schema, schema.isEmbeddedObject()));
      default -> Type.of(Shape.ANY);
    };
  }
}
