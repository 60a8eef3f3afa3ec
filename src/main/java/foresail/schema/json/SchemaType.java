package foresail.schema.json;

import foresail.schema.WholeNumber;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScalarType;
import foresail.source.SequenceNode;

/** The {@code type} of a schema. */
final class SchemaType {
  private SchemaType() {}

  /** Whether the value has a type that the schema names, or the schema names none. */
  static boolean fits(Node value, Node schema) {
    if (isTrue(schema, "x-kubernetes-int-or-string")) {
      return value instanceof ScalarNode scalar && (scalar.isString() || isWhole(scalar));
    }
    if (isTrue(schema, "nullable") && isNull(value)) {
      return true;
    }
    Node type = schema.get("type").orElse(null);
    if (type instanceof SequenceNode several) {
      return several.items().stream()
          .anyMatch(one -> one instanceof ScalarNode name && is(value, name.text()));
    }
    return !(type instanceof ScalarNode name) || is(value, name.text());
  }

  private static boolean is(Node value, String type) {
    return switch (type) {
      case "object" -> value instanceof MappingNode;
      case "array" -> value instanceof SequenceNode;
      case "string" -> value instanceof ScalarNode scalar && scalar.isString();
      case "boolean" -> value instanceof ScalarNode s && s.type() == ScalarType.BOOLEAN;
      case "integer" -> value instanceof ScalarNode scalar && isWhole(scalar);
      case "number" -> value instanceof ScalarNode scalar && isNumber(scalar);
      case "null" -> isNull(value);
      default -> true;
    };
  }

  static boolean isNull(Node value) {
    return value instanceof ScalarNode scalar && scalar.isNull();
  }

  static boolean isNumber(ScalarNode scalar) {
    return scalar.type() == ScalarType.INTEGER || scalar.type() == ScalarType.FLOAT;
  }

  private static boolean isWhole(ScalarNode scalar) {
    return isNumber(scalar) && WholeNumber.fits(scalar, 64);
  }

  static boolean isTrue(Node schema, String key) {
    return schema.get(key).orElse(null) instanceof ScalarNode flag && flag.text().equals("true");
  }
}
