package foresail.schema;

import foresail.schema.Type.Shape;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Turns OpenAPI schemas into the notation that {@link TypeReader} reads: the definitions of a
 * server's document.
 */
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

  private final MappingNode definitions;
  private final SortedMap<String, String> written = new TreeMap<>();
  private final Deque<String> wanted = new ArrayDeque<>();

  private TypeWriter(MappingNode definitions) {
    this.definitions = definitions;
  }

  static TypeWriter ofDefinitions(MappingNode definitions) {
    return new TypeWriter(definitions);
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
      definitions
          .get(definition)
          .ifPresent(schema -> written.put(shortName(definition), struct(schema)));
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

  private String struct(Node schema) {
    SortedMap<String, String> fields = new TreeMap<>();
    boolean open = isTrue(schema, PRESERVE);
    if (schema.get("properties").orElse(null) instanceof MappingNode properties) {
      for (MappingNode.Entry field : properties.entries()) {
        if (isPlain(field.name())) {
          fields.put(field.name(), type(field.value()));
        } else {
          open = true;
        }
      }
    }
    StringJoiner text = new StringJoiner(",", "{", "}");
    if (open) {
      text.add("*");
    }
    fields.forEach((name, type) -> text.add(name + ":" + type));
    return text.toString();
  }

  /** Whether the notation can hold the name; no field of Kubernetes itself has another. */
  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && name.chars().noneMatch(c -> c <= ' ' || c > '~' || ",:{}[]<>@!*".indexOf(c) >= 0);
  }

  private String type(Node schema) {
    String reference = schema.string("$ref").orElse("");
    if (!reference.isEmpty()) {
      return reference(reference);
    }
    if (isTrue(schema, INT_OR_STRING)) {
      return letter(Shape.INT_OR_STRING);
    }
    String format = schema.string("format").orElse("");
    return switch (schema.string("type").orElse("")) {
      case "string" -> letter(format.equals("byte") ? Shape.BYTES : Shape.STRING);
      case "boolean" -> letter(Shape.BOOL);
      case "integer" -> letter(format.equals("int32") ? Shape.INT32 : Shape.INT64);
      case "number" -> letter(Shape.DOUBLE);
      case "array" -> "[" + schema.get("items").map(this::type).orElse("x") + "]";
      case "object" -> object(schema);
      default -> letter(Shape.ANY);
    };
  }

  private String object(Node schema) {
    Node values = schema.get("additionalProperties").orElse(null);
    if (values instanceof MappingNode) {
      return "<" + type(values) + ">";
    }
    if (isTrue(schema, "additionalProperties")) {
      return letter(Shape.ANY);
    }
    return schema.get("properties").isPresent() ? struct(schema) : letter(Shape.ANY);
  }

  private static boolean isTrue(Node schema, String key) {
    return schema.get(key).orElse(null) instanceof ScalarNode flag && flag.text().equals("true");
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
