package foresail.schema.custom;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScalarType;
import foresail.source.SequenceNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a schema demands of values, read once for all objects. */
final class ValueSchema {
  private static final int DEEPEST = 1_000;
  private static final int LONGEST_NUMBER = 40;
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  /** {@code integer,string} where it takes both; empty where none is written. */
  final String type;

  /** One that the server looks at; else empty. */
  final String format;

  final boolean intOrString;
  final boolean nullable;

  /** Empty where any value will do. */
  final List<Node> allowed;

  final long minLength;
  final long maxLength;
  final String pattern;
  final Optional<BigDecimal> multipleOf;
  final Optional<BigDecimal> minimum;
  final Optional<BigDecimal> maximum;
  final boolean aboveMinimum;
  final boolean belowMaximum;
  final long minItems;
  final long maxItems;
  final long minProperties;
  final long maxProperties;
  final List<String> required;
  final Map<String, ValueSchema> properties;

  /** Of the other values of a map. */
  final Optional<ValueSchema> others;

  final Optional<ValueSchema> items;
  final List<ValueSchema> all;
  final List<ValueSchema> any;
  final List<ValueSchema> one;
  final Optional<ValueSchema> not;

  private ValueSchema(MappingNode node, int depth) {
    intOrString = CustomSchema.isTrue(node, "x-kubernetes-int-or-string");
    type = intOrString ? "integer,string" : node.string("type").orElse("");
    format = TypeRule.format(type, node.string("format").orElse(""));
    nullable = CustomSchema.isTrue(node, "nullable");
    allowed = node.get("enum").orElse(null) instanceof SequenceNode list ? list.items() : List.of();
    minLength = whole(node, "minLength", 0);
    maxLength = whole(node, "maxLength", Long.MAX_VALUE);
    pattern = node.string("pattern").orElse("");
    multipleOf = node.get("multipleOf").flatMap(ValueSchema::number);
    minimum = node.get("minimum").flatMap(ValueSchema::number);
    maximum = node.get("maximum").flatMap(ValueSchema::number);
    aboveMinimum = CustomSchema.isTrue(node, "exclusiveMinimum");
    belowMaximum = CustomSchema.isTrue(node, "exclusiveMaximum");
    minItems = whole(node, "minItems", 0);
    maxItems = whole(node, "maxItems", Long.MAX_VALUE);
    minProperties = whole(node, "minProperties", 0);
    maxProperties = whole(node, "maxProperties", Long.MAX_VALUE);
    required = names(node.get("required").orElse(null));
    properties = properties(node.get("properties").orElse(null), depth);
    others = child(node.get("additionalProperties").orElse(null), depth);
    items = child(node.get("items").orElse(null), depth);
    all = parts(node.get("allOf").orElse(null), depth);
    any = parts(node.get("anyOf").orElse(null), depth);
    one = parts(node.get("oneOf").orElse(null), depth);
    not = child(node.get("not").orElse(null), depth);
  }

  static ValueSchema of(MappingNode schema) {
    return new ValueSchema(schema, 0);
  }

  private static List<String> names(Node node) {
    List<String> names = new ArrayList<>(0);
    if (node instanceof SequenceNode list) {
      for (Node item : list.items()) {
        if (item instanceof ScalarNode name) {
          names.add(name.text());
        }
      }
    }
    return names;
  }

  private static Map<String, ValueSchema> properties(Node node, int depth) {
    if (!(node instanceof MappingNode mapping)) {
      return Map.of();
    }
    Map<String, ValueSchema> properties = new HashMap<>(mapping.entries().size() * 2);
    for (MappingNode.Entry entry : mapping.entries()) {
      child(entry.value(), depth).ifPresent(child -> properties.put(entry.name(), child));
    }
    return properties;
  }

  private static List<ValueSchema> parts(Node node, int depth) {
    List<ValueSchema> parts = new ArrayList<>(0);
    if (node instanceof SequenceNode list) {
      list.items().forEach(item -> child(item, depth).ifPresent(parts::add));
    }
    return parts;
  }

  private static Optional<ValueSchema> child(Node node, int depth) {
    return depth < DEEPEST && node instanceof MappingNode mapping
        ? Optional.of(new ValueSchema(mapping, depth + 1))
        : Optional.empty();
  }

  private static long whole(Node schema, String key, long otherwise) {
    return schema
        .get(key)
        .flatMap(ValueSchema::number)
        .filter(n -> n.abs().compareTo(MOST) < 0)
        .map(BigDecimal::longValue)
        .orElse(otherwise);
  }

  /** Empty for what is no number, or one that nobody writes. */
  static Optional<BigDecimal> number(Node node) {
    if (!(node instanceof ScalarNode scalar) || scalar.text().length() >= LONGEST_NUMBER) {
      return Optional.empty();
    }
    try {
      return switch (scalar.type()) {
        case INTEGER -> Optional.of(new BigDecimal(new BigInteger(scalar.text())));
        case FLOAT -> Optional.of(BigDecimal.valueOf(Double.parseDouble(scalar.text())));
        case STRING, BOOLEAN, NULL -> Optional.empty();
      };
    } catch (NumberFormatException e) {
      return Optional.empty(); // infinite, or not a number
    }
  }

  static boolean isNumber(ScalarNode scalar) {
    return scalar.type() == ScalarType.INTEGER || scalar.type() == ScalarType.FLOAT;
  }
}
