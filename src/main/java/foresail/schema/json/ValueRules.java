package foresail.schema.json;

import foresail.finding.Reason;
import foresail.schema.json.JsonSchemaCheck.At;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a schema says of a single value: enums, ranges, lengths, sizes, patterns. */
final class ValueRules {
  private static final int LONGEST_NUMBER = 40;

  private ValueRules() {}

  static void check(Node value, Node schema, At at, JsonSchemaCheck out) {
    if (value instanceof ScalarNode scalar) {
      enumeration(scalar, schema, at, out);
      if (scalar.isString()) {
        text(scalar, schema, at, out);
      } else if (SchemaType.isNumber(scalar)) {
        range(scalar, schema, at, out);
      }
    } else if (value instanceof SequenceNode list) {
      size(list.items().size(), schema, "Items", at, out);
    } else if (value instanceof MappingNode object) {
      size(object.entries().size(), schema, "Properties", at, out);
    }
  }

  private static void enumeration(ScalarNode scalar, Node schema, At at, JsonSchemaCheck out) {
    List<String> texts = new ArrayList<>();
    schema.get("const").ifPresent(only -> texts.add(text(only)));
    if (schema.get("enum").orElse(null) instanceof SequenceNode allowed) {
      allowed.items().forEach(item -> texts.add(text(item)));
    }
    if (!texts.isEmpty() && !texts.contains(scalar.text())) {
      String supported = String.join("\", \"", texts);
      out.add(
          Reason.NOT_SUPPORTED,
          at,
          "Unsupported value: " + shown(scalar) + ": supported values: \"" + supported + "\"");
    }
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : "";
  }

  private static void text(ScalarNode scalar, Node schema, At at, JsonSchemaCheck out) {
    int length = scalar.text().codePointCount(0, scalar.text().length());
    whole(schema, "minLength")
        .filter(least -> length < least)
        .ifPresent(n -> body(scalar, at, "should be at least " + n + " chars long", out));
    whole(schema, "maxLength")
        .filter(most -> length > most)
        .ifPresent(
            n -> out.add(Reason.TOO_LONG, at, "Too long: may not be more than " + n + " bytes"));
    schema
        .string("pattern")
        .filter(pattern -> !BoundedPattern.finds(pattern, scalar.text()))
        .ifPresent(pattern -> body(scalar, at, "should match '" + pattern + "'", out));
  }

  /** Draft 4 has a flag beside a limit, later drafts a second limit. */
  private static void range(ScalarNode scalar, Node schema, At at, JsonSchemaCheck out) {
    boolean openBelow = SchemaType.isTrue(schema, "exclusiveMinimum");
    boolean openAbove = SchemaType.isTrue(schema, "exclusiveMaximum");
    limit(scalar, schema, "minimum", openBelow, at, out);
    limit(scalar, schema, "exclusiveMinimum", true, at, out);
    limit(scalar, schema, "maximum", openAbove, at, out);
    limit(scalar, schema, "exclusiveMaximum", true, at, out);
  }

  private static void limit(
      ScalarNode scalar, Node schema, String key, boolean open, At at, JsonSchemaCheck out) {
    Optional<BigDecimal> value = number(scalar);
    Optional<BigDecimal> limit = schema.get(key).flatMap(ValueRules::number);
    if (value.isEmpty() || limit.isEmpty()) {
      return;
    }
    boolean lower = key.endsWith("inimum");
    int distance = value.get().compareTo(limit.get()) * (lower ? 1 : -1);
    if (distance < 0 || (open && distance == 0)) {
      String words = (lower ? "greater than " : "less than ") + (open ? "" : "or equal to ");
      body(scalar, at, "should be " + words + limit.get().toPlainString(), out);
    }
  }

  /**
   * @param what {@code Items} or {@code Properties}
   */
  private static void size(int size, Node schema, String what, At at, JsonSchemaCheck out) {
    String words = what.equals("Items") ? "items" : "properties";
    whole(schema, "min" + what)
        .filter(least -> size < least)
        .ifPresent(
            n ->
                out.add(
                    Reason.INVALID,
                    at,
                    "Invalid value: "
                        + size
                        + ": "
                        + at.path()
                        + " in body should have at least "
                        + n
                        + " "
                        + words));
    whole(schema, "max" + what)
        .filter(most -> size > most)
        .ifPresent(
            n ->
                out.add(
                    Reason.TOO_MANY,
                    at,
                    "Too many: " + size + ": must have at most " + n + " items"));
  }

  private static void body(ScalarNode scalar, At at, String words, JsonSchemaCheck out) {
    String message = "Invalid value: " + shown(scalar) + ": " + at.path() + " in body " + words;
    out.add(Reason.INVALID, at, message);
  }

  private static String shown(ScalarNode scalar) {
    return scalar.isString() ? "\"" + scalar.text() + "\"" : scalar.text();
  }

  private static Optional<Long> whole(Node schema, String key) {
    return schema.get(key).flatMap(ValueRules::number).map(BigDecimal::longValue);
  }

  private static Optional<BigDecimal> number(Node node) {
    boolean small =
        node instanceof ScalarNode scalar
            && SchemaType.isNumber(scalar)
            && scalar.text().length() < LONGEST_NUMBER;
    try {
      return small ? Optional.of(new BigDecimal(text(node))) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
