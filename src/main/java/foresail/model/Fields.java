package foresail.model;

import foresail.notation.IntOrString;
import foresail.notation.Quantity;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScalarType;
import foresail.source.SequenceNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the fields of one mapping by name and type; what is absent or of another type reads as the
 * zero value.
 */
record Fields(Node node) {
  Optional<Fields> object(String key) {
    return node.get(key).filter(MappingNode.class::isInstance).map(Fields::new);
  }

  /** The fields of a mapping; of an empty one where it is absent. */
  Fields orEmpty(String key) {
    return object(key).orElseGet(() -> new Fields(new MappingNode(List.of(), node.span(), true)));
  }

  <T> Optional<T> read(String key, Function<Fields, T> as) {
    return object(key).map(as);
  }

  <T> List<T> list(String key, Function<Fields, T> as) {
    List<T> values = new ArrayList<>();
    for (Node item : items(key)) {
      if (item instanceof MappingNode) {
        values.add(as.apply(new Fields(item)));
      }
    }
    return values;
  }

  List<String> strings(String key) {
    List<String> values = new ArrayList<>();
    for (Node item : items(key)) {
      if (item instanceof ScalarNode scalar && !scalar.isNull()) {
        values.add(scalar.text());
      }
    }
    return values;
  }

  List<Integer> integers(String key) {
    List<Integer> values = new ArrayList<>();
    for (Node item : items(key)) {
      if (item instanceof ScalarNode scalar) {
        toLong(scalar).map(Long::intValue).ifPresent(values::add);
      }
    }
    return values;
  }

  private List<Node> items(String key) {
    return node.get(key).orElse(null) instanceof SequenceNode sequence
        ? sequence.items()
        : List.of();
  }

  boolean has(String key) {
    return scalar(key).map(value -> !value.isNull()).orElse(node.get(key).isPresent());
  }

  Optional<ScalarNode> scalar(String key) {
    return node.get(key).filter(ScalarNode.class::isInstance).map(ScalarNode.class::cast);
  }

  Optional<String> optionalString(String key) {
    return scalar(key).filter(ScalarNode::isString).map(ScalarNode::text);
  }

  String string(String key) {
    return optionalString(key).orElse("");
  }

  boolean bool(String key) {
    return optionalBool(key).orElse(false);
  }

  Optional<Boolean> optionalBool(String key) {
    return scalar(key)
        .filter(value -> value.type() == ScalarType.BOOLEAN)
        .map(value -> value.text().equals("true"));
  }

  Optional<Long> optionalLong(String key) {
    return scalar(key).flatMap(Fields::toLong);
  }

  long longValue(String key) {
    return optionalLong(key).orElse(0L);
  }

  Optional<Integer> optionalInt(String key) {
    return optionalLong(key).filter(value -> value == value.intValue()).map(Long::intValue);
  }

  int intValue(String key) {
    return optionalInt(key).orElse(0);
  }

  Optional<IntOrString> intOrString(String key) {
    return scalar(key)
        .filter(value -> !value.isNull())
        .flatMap(
            value ->
                value.isString()
                    ? Optional.of(IntOrString.of(value.text()))
                    : toLong(value).map(number -> IntOrString.of(number.intValue())));
  }

  Map<String, String> stringMap(String key) {
    Map<String, String> values = new LinkedHashMap<>();
    entries(key)
        .forEach(
            entry -> {
              if (entry.value() instanceof ScalarNode scalar) {
                values.put(entry.name(), scalar.isNull() ? "" : scalar.text());
              }
            });
    return values;
  }

  Map<String, Quantity> quantities(String key) {
    Map<String, Quantity> values = new LinkedHashMap<>();
    entries(key)
        .forEach(
            entry -> {
              if (entry.value() instanceof ScalarNode scalar) {
                Quantity.parse(scalar.text())
                    .ifPresent(quantity -> values.put(entry.name(), quantity));
              }
            });
    return values;
  }

  Optional<Quantity> quantity(String key) {
    return scalar(key).flatMap(value -> Quantity.parse(value.text()));
  }

  List<MappingNode.Entry> entries(String key) {
    return node.get(key).orElse(null) instanceof MappingNode mapping
        ? mapping.entries()
        : List.of();
  }

  private static Optional<Long> toLong(ScalarNode scalar) {
    if (scalar.type() != ScalarType.INTEGER && scalar.type() != ScalarType.FLOAT) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(scalar.text()).longValueExact());
    } catch (ArithmeticException | NumberFormatException outOfRange) {
      return Optional.empty(); // schema has refused it before
    }
  }
}
