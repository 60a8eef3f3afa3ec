package foresail.schema.custom;

import foresail.finding.Reason;
import foresail.schema.WholeNumber;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;

/**
 * The {@code type} of a schema, and the {@code format} of texts (kube-openapi validate/type.go and
 * formats.go, v1.36).
 */
final class TypeRule {
  private TypeRule() {}

  static void check(Node value, ValueSchema schema, At at, Told told) {
    String type = schema.type;
    String given = name(value);
    if (CustomSchema.isNull(value)) {
      if (!type.isEmpty() && !schema.nullable) {
        told.type(value, at, type, given);
      }
      return;
    }
    String format = schema.format;
    if (!type.isEmpty() || !format.isEmpty()) {
      told.match(1);
    }
    boolean numeric = type.equals("integer") || type.equals("number");
    if (!format.isEmpty() && !numeric && value instanceof ScalarNode text && text.isString()) {
      if (!TextFormat.fits(format, text.text())) {
        told.value(
            Reason.TYPE_INVALID,
            at,
            "Invalid value: "
                + Shown.of(text)
                + ": "
                + at.path()
                + " in body must be of type "
                + format
                + ": "
                + Shown.of(text));
      }
      told.match(1);
      if (!schema.intOrString) {
        return; // a text with a format is looked at for its format alone
      }
    }
    if (!format.isEmpty() && !numeric && value instanceof SequenceNode) {
      return; // the server takes it for bytes
    }
    if (type.equals("integer") && (given.equals("integer") || given.equals("number"))) {
      range((ScalarNode) value, format, at, told);
    }
    if (!type.isEmpty() && !fits(type, given, value)) {
      boolean scalar = value instanceof ScalarNode && !given.equals("string");
      if (scalar && !format.isEmpty()) {
        told.type(value, at, format, formatOf(given));
      } else {
        told.type(value, at, type, given);
      }
    }
  }

  /** The format where the server looks at it, else empty. */
  static String format(String type, String format) {
    boolean known =
        switch (type) {
          case "integer" -> format.equals("int32") || format.equals("int64");
          case "number" -> format.equals("float") || format.equals("double");
          case "", "string" -> TextFormat.isKnown(format);
          default -> false;
        };
    return known ? format : "";
  }

  private static void range(ScalarNode value, String format, At at, Told told) {
    if (!WholeNumber.fits(value, format.equals("int32") ? 32 : 64)) {
      String which = format.isEmpty() ? "(default format)" : "with format " + format;
      told.outOfRange(at, "Checked value must be of type integer " + which + " in " + at.path());
    }
  }

  /** The format that the server sees in a value, which it tells where it wants another one. */
  private static String formatOf(String given) {
    return switch (given) {
      case "integer" -> "int64";
      case "number" -> "float64";
      default -> "";
    };
  }

  private static boolean fits(String type, String given, Node value) {
    return switch (type) {
      case "integer,string" ->
          given.equals("integer") || given.equals("string") || isWhole(value, given);
      case "integer" -> given.equals("integer") || isWhole(value, given);
      case "number" -> given.equals("number") || given.equals("integer");
      default -> type.equals(given);
    };
  }

  private static boolean isWhole(Node value, String given) {
    return given.equals("number") && WholeNumber.fits((ScalarNode) value, 64);
  }

  /** What JSON Schema calls the type of a value. */
  private static String name(Node value) {
    if (value instanceof MappingNode) {
      return "object";
    }
    if (value instanceof SequenceNode) {
      return "array";
    }
    ScalarNode scalar = (ScalarNode) value;
    return switch (scalar.type()) {
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case NULL -> "null";
      case INTEGER -> WholeNumber.fits(scalar, 64) ? "integer" : "number";
      case FLOAT -> "number";
    };
  }
}
