package foresail.schema;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScalarType;
import foresail.source.SequenceNode;

/** The {@code type} of a schema of a custom resource. */
final class SchemaType {
  private SchemaType() {}

  /** Whether the value has the type that the schema names, or the schema names none. */
  static boolean fits(Node value, Node schema) {
    if (isTrue(schema, "x-kubernetes-int-or-string")) {
      return value instanceof ScalarNode scalar && (scalar.isString() || isWhole(scalar));
    }
    return switch (schema.string("type").orElse("")) {
      case "object" -> value instanceof MappingNode;
      case "array" -> value instanceof SequenceNode;
      case "string" -> value instanceof ScalarNode scalar && scalar.isString();
      case "boolean" -> value instanceof ScalarNode s && s.type() == ScalarType.BOOLEAN;
      case "integer" -> value instanceof ScalarNode scalar && isWhole(scalar);
      case "number" -> value instanceof ScalarNode scalar && isNumber(scalar);
      default -> true;
    };
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
