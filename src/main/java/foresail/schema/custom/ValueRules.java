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

  /** A null is none of the values, even where it is one of them. */
  static void enumeration(Node value, Node schema, At at, Told told) {
    if (!(schema.get("enum").orElse(null) instanceof SequenceNode allowed)) {
      return;
    }
    List<String> supported = new ArrayList<>();
    for (Node item : allowed.items()) {
      if (same(item, value) && !CustomSchema.isNull(value)) {
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

  /** Of several things that are wrong with a text the first one is told. */
  private static void text(ScalarNode scalar, Node schema, At at, Told told) {
    int length = scalar.text().codePointCount(0, scalar.text().length());
    long most = whole(schema, "maxLength").orElse(Long.MAX_VALUE);
    long least = whole(schema, "minLength").orElse(0L);
    String pattern = schema.string("pattern").orElse("");
    if (length > most) {
      told.value(Reason.TOO_LONG, at, "Too long: may not be more than " + most + " bytes");
    } else if (length < least) {
      told.invalid(Shown.of(scalar), at, "should be at least " + least + " chars long");
    } else if (!pattern.isEmpty() && !GoPattern.finds(pattern, scalar.text())) {
      told.invalid(Shown.of(scalar), at, "should match '" + pattern + "'");
    }
  }

  private static void range(ScalarNode scalar, Node schema, At at, Told told) {
    Optional<BigDecimal> value = number(scalar);
    if (value.isEmpty()) {
      return;
    }
    Optional<BigDecimal> factor = limit(scalar, schema, "multipleOf");
    if (factor.filter(f -> f.signum() <= 0).isPresent()) {
      String words = "factor MultipleOf declared for " + at.path() + " must be positive: ";
      told.value(
          Reason.INVALID, at, "Invalid value: " + text(factor) + ": " + words + text(factor));
    } else if (factor.filter(f -> value.get().remainder(f).signum() != 0).isPresent()) {
      told.invalid(scalar.text(), at, "should be a multiple of " + text(factor));
    }
    Optional<BigDecimal> least = limit(scalar, schema, "minimum");
    Optional<BigDecimal> most = limit(scalar, schema, "maximum");
    boolean above = CustomSchema.isTrue(schema, "exclusiveMinimum");
    boolean below = CustomSchema.isTrue(schema, "exclusiveMaximum");
    if (least.isPresent() && value.get().compareTo(least.get()) < (above ? 1 : 0)) {
      String words = above ? "should be greater than " : "should be greater than or equal to ";
      told.invalid(scalar.text(), at, words + text(least));
    }
    if (most.isPresent() && value.get().compareTo(most.get()) > (below ? -1 : 0)) {
      String words = below ? "should be less than " : "should be less than or equal to ";
      told.invalid(scalar.text(), at, words + text(most));
    }
  }

  private static String text(Optional<BigDecimal> number) {
    return number.map(n -> n.stripTrailingZeros().toPlainString()).orElse("");
  }

  /** The server cuts off what stands behind the point where the value is a whole number. */
  private static Optional<BigDecimal> limit(ScalarNode value, Node schema, String key) {
    Optional<BigDecimal> limit = schema.get(key).flatMap(ValueRules::number);
    return value.type() == ScalarType.INTEGER
        ? limit.map(number -> new BigDecimal(number.toBigInteger()))
        : limit;
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
