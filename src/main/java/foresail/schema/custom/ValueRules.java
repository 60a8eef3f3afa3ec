package foresail.schema.custom;

import foresail.finding.Reason;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScalarType;
import foresail.source.SequenceNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a schema says of a single value: enums, ranges, lengths, sizes, patterns. */
final class ValueRules {
  private ValueRules() {}

  static void check(Node value, ValueSchema schema, At at, Told told) {
    enumeration(value, schema, at, told);
    if (value instanceof ScalarNode scalar) {
      if (scalar.isString()) {
        text(scalar, schema, at, told);
      } else if (ValueSchema.isNumber(scalar)) {
        range(scalar, schema, at, told);
      }
    } else if (value instanceof SequenceNode list) {
      size(list.items().size(), schema.minItems, schema.maxItems, " items", at, told);
    } else if (value instanceof MappingNode object) {
      int size = object.entries().size();
      size(size, schema.minProperties, schema.maxProperties, " properties", at, told);
    }
  }

  /** A null is none of the values, even where it is one of them. */
  static void enumeration(Node value, ValueSchema schema, At at, Told told) {
    if (schema.allowed.isEmpty()) {
      return;
    }
    for (Node item : schema.allowed) {
      if (same(item, value) && !CustomSchema.isNull(value)) {
        return;
      }
    }
    List<String> supported = new ArrayList<>();
    for (Node item : schema.allowed) {
      supported.add(item instanceof ScalarNode scalar ? scalar.text() : Shown.of(item));
    }
    String words = String.join("\", \"", supported);
    told.value(
        Reason.NOT_SUPPORTED,
        at,
        "Unsupported value: " + Shown.of(value) + ": supported values: \"" + words + "\"");
  }

  /** Whole numbers are the same however they are written. */
  private static boolean same(Node left, Node right) {
    if (left.sameValue(right)) {
      return true;
    }
    Optional<BigDecimal> one = ValueSchema.number(left);
    Optional<BigDecimal> other = ValueSchema.number(right);
    return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) == 0;
  }

  /** Of several things that are wrong with a text the first one is told. */
  private static void text(ScalarNode scalar, ValueSchema schema, At at, Told told) {
    int length = scalar.text().codePointCount(0, scalar.text().length());
    if (length > schema.maxLength) {
      String most = "Too long: may not be more than " + schema.maxLength + " bytes";
      told.value(Reason.TOO_LONG, at, most);
    } else if (length < schema.minLength) {
      told.invalid(Shown.of(scalar), at, "should be at least " + schema.minLength + " chars long");
    } else if (!schema.pattern.isEmpty() && !GoPattern.finds(schema.pattern, scalar.text())) {
      told.invalid(Shown.of(scalar), at, "should match '" + schema.pattern + "'");
    }
  }

  private static void range(ScalarNode scalar, ValueSchema schema, At at, Told told) {
    if (schema.multipleOf.isEmpty() && schema.minimum.isEmpty() && schema.maximum.isEmpty()) {
      return;
    }
    BigDecimal value = ValueSchema.number(scalar).orElse(null);
    if (value == null) {
      return;
    }
    Optional<BigDecimal> factor = limit(scalar, schema.multipleOf);
    if (factor.filter(f -> f.signum() <= 0).isPresent()) {
      String words = "factor MultipleOf declared for " + at.path() + " must be positive: ";
      told.value(
          Reason.INVALID, at, "Invalid value: " + text(factor) + ": " + words + text(factor));
    } else if (factor.filter(f -> value.remainder(f).signum() != 0).isPresent()) {
      told.invalid(scalar.text(), at, "should be a multiple of " + text(factor));
    }
    Optional<BigDecimal> least = limit(scalar, schema.minimum);
    Optional<BigDecimal> most = limit(scalar, schema.maximum);
    boolean above = schema.aboveMinimum;
    boolean below = schema.belowMaximum;
    if (least.isPresent() && value.compareTo(least.get()) < (above ? 1 : 0)) {
      String words = above ? "should be greater than " : "should be greater than or equal to ";
      told.invalid(scalar.text(), at, words + text(least));
    }
    if (most.isPresent() && value.compareTo(most.get()) > (below ? -1 : 0)) {
      String words = below ? "should be less than " : "should be less than or equal to ";
      told.invalid(scalar.text(), at, words + text(most));
    }
  }

  private static String text(Optional<BigDecimal> number) {
    return number.map(n -> n.stripTrailingZeros().toPlainString()).orElse("");
  }

  /** The server cuts off what stands behind the point where the value is a whole number. */
  private static Optional<BigDecimal> limit(ScalarNode value, Optional<BigDecimal> limit) {
    return value.type() == ScalarType.INTEGER
        ? limit.map(number -> new BigDecimal(number.toBigInteger()))
        : limit;
  }

  private static void size(int size, long least, long most, String words, At at, Told told) {
    if (size < least) {
      told.invalid(Integer.toString(size), at, "should have at least " + least + words);
    }
    if (size > most) {
      told.value(
          Reason.TOO_MANY, at, "Too many: " + size + ": must have at most " + most + " items");
    }
  }
}
