package foresail.schema.custom;

import foresail.finding.Reason;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScalarType;
import foresail.source.SequenceNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a schema says of a single value: enums, ranges, lengths, sizes, patterns. */
final class ValueRules {
  private static final int LONGEST_NUMBER = 40;

  private ValueRules() {}

  static void check(Node value, Node schema, At at, Told told) {
    enumeration(value, schema, at, told);
    if (value instanceof ScalarNode scalar) {
      if (scalar.isString()) {
        text(scalar, schema, at, told);
      } else if (isNumber(scalar)) {
        range(scalar, schema, at, told);
      }
    } else if (value instanceof SequenceNode list) {
      size(list.items().size(), schema, "Items", at, told);
    } else if (value instanceof MappingNode object) {
      size(object.entries().size(), schema, "Properties", at, told);
    }
  }

  private static boolean isNumber(ScalarNode scalar) {
    return scalar.type() == ScalarType.INTEGER || scalar.type() == ScalarType.FLOAT;
  }

  private static void enumeration(Node value, Node schema, At at, Told told) {
    if (!(schema.get("enum").orElse(null) instanceof SequenceNode allowed)) {
      return;
    }
    List<String> supported = new ArrayList<>();
    for (Node item : allowed.items()) {
      if (same(item, value)) {
        return;
      }
      supported.add(item instanceof ScalarNode scalar ? scalar.text() : Shown.of(item));
    }
    if (!supported.isEmpty()) {
      String words = String.join("\", \"", supported);
      told.value(
          Reason.NOT_SUPPORTED,
          at,
          "Unsupported value: " + Shown.of(value) + ": supported values: \"" + words + "\"");
    }
  }

  /** Whole numbers are the same however they are written. */
  private static boolean same(Node left, Node right) {
    if (left.sameValue(right)) {
      return true;
    }
    Optional<BigDecimal> one = number(left);
    Optional<BigDecimal> other = number(right);
    return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) == 0;
  }

  private static void text(ScalarNode scalar, Node schema, At at, Told told) {
    int length = scalar.text().codePointCount(0, scalar.text().length());
    whole(schema, "maxLength")
        .filter(most -> length > most)
        .ifPresent(
            n -> told.value(Reason.TOO_LONG, at, "Too long: may not be more than " + n + " bytes"));
    whole(schema, "minLength")
        .filter(least -> length < least)
        .ifPresent(
            n -> told.invalid(Shown.of(scalar), at, "should be at least " + n + " chars long"));
    schema
        .string("pattern")
        .filter(pattern -> !BoundedPattern.finds(pattern, scalar.text()))
        .ifPresent(pattern -> told.invalid(Shown.of(scalar), at, "should match '" + pattern + "'"));
  }

  private static void range(ScalarNode scalar, Node schema, At at, Told told) {
    Optional<BigDecimal> value = number(scalar);
    Optional<BigDecimal> factor = schema.get("multipleOf").flatMap(ValueRules::number);
    if (value.isPresent()
        && factor.filter(f -> f.signum() > 0).isPresent()
        && value.get().remainder(factor.get()).signum() != 0) {
      told.invalid(scalar.text(), at, "should be a multiple of " + factor.get().toPlainString());
    }
    limit(scalar, schema, "maximum", "exclusiveMaximum", at, told);
    limit(scalar, schema, "minimum", "exclusiveMinimum", at, told);
  }

  private static void limit(
      ScalarNode scalar, Node schema, String key, String exclusive, At at, Told told) {
    Optional<BigDecimal> value = number(scalar);
    Optional<BigDecimal> limit = schema.get(key).flatMap(ValueRules::number);
    if (value.isEmpty() || limit.isEmpty()) {
      return;
    }
    boolean open = CustomSchema.isTrue(schema, exclusive);
    boolean lower = key.equals("minimum");
    int distance = value.get().compareTo(limit.get()) * (lower ? 1 : -1);
    if (distance < 0 || (open && distance == 0)) {
      String words = (lower ? "greater than " : "less than ") + (open ? "" : "or equal to ");
      told.invalid(scalar.text(), at, "should be " + words + limit.get().toPlainString());
    }
  }

  /**
   * @param what {@code Items} or {@code Properties}
   */
  private static void size(int size, Node schema, String what, At at, Told told) {
    String words = what.equals("Items") ? " items" : " properties";
    whole(schema, "min" + what)
        .filter(least -> size < least)
        .ifPresent(
            n -> told.invalid(Integer.toString(size), at, "should have at least " + n + words));
    whole(schema, "max" + what)
        .filter(most -> size > most)
        .ifPresent(
            n ->
                told.value(
                    Reason.TOO_MANY,
                    at,
                    "Too many: " + size + ": must have at most " + n + " items"));
  }

  private static Optional<Long> whole(Node schema, String key) {
    return schema
        .get(key)
        .flatMap(ValueRules::number)
        .filter(n -> n.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0)
        .map(BigDecimal::longValue);
  }

  private static Optional<BigDecimal> number(Node node) {
    if (!(node instanceof ScalarNode scalar)
        || !isNumber(scalar)
        || scalar.text().length() >= LONGEST_NUMBER) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          scalar.type() == ScalarType.INTEGER
              ? new BigDecimal(new BigInteger(scalar.text()))
              : BigDecimal.valueOf(Double.parseDouble(scalar.text())));
    } catch (NumberFormatException e) {
      return Optional.empty(); // infinite, or not a number
    }
  }
}
