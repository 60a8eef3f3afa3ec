package foresail.schema;

import foresail.schema.Type.Shape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Turns the definitions of an OpenAPI document into the notation that {@link TypeReader} reads. */
final class TypeWriter {
  /** Definitions that are no structs: OpenAPI hides what the Go type reads itself. */
  private static final Map<String, Shape> SPECIAL =
      Map.ofEntries(
          Map.entry("api.resource.Quantity", Shape.QUANTITY),
          Map.entry("util.intstr.IntOrString", Shape.INT_OR_STRING),
          Map.entry("meta.v1.Time", Shape.TIME),
          Map.entry("meta.v1.MicroTime", Shape.MICRO_TIME),
          Map.entry("meta.v1.FieldsV1", Shape.ANY),
          Map.entry("meta.v1.Patch", Shape.ANY),
          Map.entry("pkg.runtime.RawExtension", Shape.ANY),
          Map.entry("apiextensions.v1.JSON", Shape.ANY),
          Map.entry("apiextensions.v1.JSONSchemaPropsOrArray", Shape.ANY),
          Map.entry("apiextensions.v1.JSONSchemaPropsOrBool", Shape.ANY),
          Map.entry("apiextensions.v1.JSONSchemaPropsOrStringArray", Shape.ANY));

  private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";
  private static final String INT_OR_STRING = "x-kubernetes-int-or-string";

  private final JsonNode definitions;
  private final SortedMap<String, String> written = new TreeMap<>();
  private final Deque<String> wanted = new ArrayDeque<>();

  TypeWriter(JsonNode definitions) {
    this.definitions = definitions;
  }

  /** The short name of a definition, which is then written too, with all that it refers to. */
  String use(String definition) {
    String name = shortName(definition);
    if (written.putIfAbsent(name, "") == null) {
      wanted.add(definition);
    }
    return name;
  }

  /** Every definition that was used, by its short name. */
  SortedMap<String, String> used() {
    while (!wanted.isEmpty()) {
      String definition = wanted.remove();
      written.put(shortName(definition), struct(definitions.path(definition)));
    }
    return written;
  }

  /** {@code core.v1.Pod}: the last three parts tell all definitions of a server apart. */
  private static String shortName(String definition) {
    int from = definition.length();
    for (int dots = 0; dots < 3 && from > 0; dots++) {
      from = definition.lastIndexOf('.', from - 1);
    }
    return definition.substring(from + 1);
  }

  private String struct(JsonNode schema) {
    StringJoiner fields = new StringJoiner(",", "{", "}");
    boolean open = schema.path(PRESERVE).booleanValue(false);
    if (open) {
      fields.add("*");
    }
    SortedMap<String, JsonNode> sorted = new TreeMap<>();
    schema.path("properties").properties().forEach(e -> sorted.put(e.getKey(), e.getValue()));
    sorted.forEach((name, field) -> fields.add(name + ":" + type(field)));
    return fields.toString();
  }

  private String type(JsonNode schema) {
    if (schema.has("$ref")) {
      return reference(schema.path("$ref").stringValue(""));
    }
    if (schema.path(INT_OR_STRING).booleanValue(false)) {
      return letter(Shape.INT_OR_STRING);
    }
    String format = schema.path("format").stringValue("");
    return switch (schema.path("type").stringValue("")) {
      case "string" -> letter(format.equals("byte") ? Shape.BYTES : Shape.STRING);
      case "boolean" -> letter(Shape.BOOL);
      case "integer" -> letter(format.equals("int32") ? Shape.INT32 : Shape.INT64);
      case "number" -> letter(Shape.DOUBLE);
      case "array" -> "[" + type(schema.path("items")) + "]";
      case "object" -> object(schema);
      default -> letter(Shape.ANY);
    };
  }

  private String object(JsonNode schema) {
    if (schema.path("additionalProperties").isObject()) {
      return "<" + type(schema.path("additionalProperties")) + ">";
    }
    return schema.has("properties") ? struct(schema) : letter(Shape.ANY);
  }

  private String reference(String reference) {
    String definition = reference.substring(reference.lastIndexOf('/') + 1);
    Shape special = SPECIAL.get(shortName(definition));
    return special != null ? letter(special) : "@" + use(definition);
  }

  private static String letter(Shape shape) {
    return String.valueOf(TypeReader.letter(shape));
  }
}
