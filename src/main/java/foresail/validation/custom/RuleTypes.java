package foresail.validation.custom;

import foresail.cel.CelType;
import foresail.cel.FieldNames;
import foresail.schema.custom.CustomSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Structural schemas as CEL types (apiserver/pkg/cel/common/schemas.go, v1.36). */
final class RuleTypes {
  private RuleTypes() {}

  /**
   * The type of a value; empty where rules cannot speak of it.
   *
   * @param object whether the value has apiVersion, kind and metadata
   * @param path unlike that of any other value
   */
  static Optional<CelType> of(CustomSchema schema, boolean object, String path) {
    if (schema.isIntOrString()) {
      return Optional.of(CelType.DYN);
    }
    return switch (schema.type()) {
      case "array" ->
          schema.items().flatMap(items -> below(items, path + "[]")).map(CelType::listOf);
      case "object" -> object(schema, object, path);
      case "string" -> Optional.of(text(schema));
      case "boolean" -> Optional.of(CelType.BOOL);
      case "number" -> Optional.of(CelType.DOUBLE);
      case "integer" -> Optional.of(CelType.INT);
      default -> Optional.empty();
    };
  }

  private static Optional<CelType> below(CustomSchema schema, String path) {
    return of(schema, schema.isEmbeddedObject(), path);
  }

  private static Optional<CelType> object(CustomSchema schema, boolean object, String path) {
    if (schema.others().isPresent()) {
      return below(schema.others().get(), path + "{}").map(CelType::mapOf);
    }
    Map<String, CelType> fields = new LinkedHashMap<>();
    schema
        .properties()
        .forEach(
            (name, property) -> {
              Optional<String> escaped = FieldNames.escape(name);
              Optional<CelType> type = below(property, path + "." + name);
              if (escaped.isPresent() && type.isPresent()) {
                fields.put(escaped.get(), type.get());
                if (escaped.get().equals("__" + name + "__")) {
                  fields.put(name, type.get()); // self.namespace needs no escaping
                }
              }
            });
    if (object) {
      fields.put("apiVersion", CelType.STRING);
      fields.put("kind", CelType.STRING);
      fields.put("metadata", metadata(path));
    }
    return Optional.of(new CelType.ObjectOf(path, fields));
  }

  /** Rules see nothing of an object's metadata but its name. */
  private static CelType metadata(String path) {
    Map<String, CelType> fields = new LinkedHashMap<>();
    fields.put("name", CelType.STRING);
    fields.put("generateName", CelType.STRING);
    return new CelType.ObjectOf(path + ".metadata", fields);
  }

  private static CelType text(CustomSchema schema) {
    return switch (schema.node().string("format").orElse("")) {
      case "byte" -> CelType.BYTES;
      case "duration" -> CelType.DURATION;
      case "date", "date-time" -> CelType.TIMESTAMP;
      default -> CelType.STRING;
    };
  }
}
