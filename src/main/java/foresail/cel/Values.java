package foresail.cel;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import foresail.notation.GoDuration;
import foresail.notation.Rfc3339;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values of expressions. {@code int} is a {@link Long}, {@code double} a {@link Double}, {@code
 * list} a {@link List}, {@code map} and objects a {@link Map}, {@code timestamp} an {@link
 * java.time.Instant}, {@code duration} a {@link java.time.Duration}, {@code null} is {@link #NULL}.
 */
public final class Values {
  /** CEL's null. */
  public static final Object NULL = NullValue.NULL_VALUE;

  /** An optional value that is not there. */
  public static final Object NONE = Optional.empty();

  /** Stands in a map for a value that nobody can know: {@link #partlyKnown}. */
  public static final Object UNKNOWN = new Object();

  private Values() {}

  /** What an expression sees of a value of a document, with nothing known of its type. */
  public static Object of(Node node) {
    return of(node, CelType.DYN);
  }

  /**
   * A map as an expression shall see it in which values may be {@link #UNKNOWN}, at any depth; a
   * list with one is unknown as a whole.
   */
  public static Map<String, Object> partlyKnown(Map<String, Object> values) {
    Map<String, Object> sealed = new LinkedHashMap<>();
    values.forEach((name, value) -> sealed.put(name, partlyKnown(value)));
    return sealed.containsValue(UNKNOWN) ? new PartlyKnown(sealed) : sealed;
  }

  private static Object partlyKnown(Object value) {
    if (value instanceof List<?> list) {
      List<Object> sealed = new ArrayList<>(list.size());
      for (Object item : list) {
        sealed.add(partlyKnown(item));
      }
      return sealed.contains(UNKNOWN) ? UNKNOWN : sealed;
    }
    if (value instanceof LinkedHashMap<?, ?> map) {
      Map<String, Object> fields = new LinkedHashMap<>();
      map.forEach((name, held) -> fields.put((String) name, held));
      return partlyKnown(fields);
    }
    return value;
  }

  /**
   * The values of a policy's variables, evaluated when one is asked for.
   *
   * @param variables by name; each may name those before it
   * @param values of all that they may name, to which {@code variables} is to be added
   */
  public static Map<String, Object> lazy(
      Map<String, Expression> variables, Map<String, Object> values) {
    return new LazyVariables(variables, values);
  }

  /**
   * What an expression sees of a value that is declared with a type: fields have escaped names, and
   * texts become timestamps and durations. What does not fit its type stays as it is.
   */
  public static Object of(Node node, CelType type) {
    if (node instanceof MappingNode mapping) {
      return map(mapping, type);
    }
    if (node instanceof SequenceNode sequence) {
      CelType element = type instanceof CelType.ListOf list ? list.element() : CelType.DYN;
      List<Object> items = new ArrayList<>(sequence.items().size());
      for (Node item : sequence.items()) {
        items.add(of(item, element));
      }
      return items;
    }
    return scalar((ScalarNode) node, type);
  }

  private static Map<String, Object> map(MappingNode mapping, CelType type) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (MappingNode.Entry entry : mapping.entries()) {
      if (type instanceof CelType.ObjectOf object) {
        String name = FieldNames.escape(entry.name()).orElse("");
        if (object.fields().containsKey(name)) {
          values.put(name, of(entry.value(), object.fields().get(name)));
        }
        if (!name.equals(entry.name()) && object.fields().containsKey(entry.name())) {
          values.put(entry.name(), of(entry.value(), object.fields().get(entry.name())));
        }
      } else {
        CelType held = type instanceof CelType.MapOf map ? map.value() : CelType.DYN;
        values.put(entry.name(), of(entry.value(), held));
      }
    }
    return values;
  }

  private static Object scalar(ScalarNode scalar, CelType type) {
    return switch (scalar.type()) {
      case NULL -> NULL;
      case BOOLEAN -> scalar.text().equals("true");
      case INTEGER, FLOAT -> number(scalar.text(), type);
      case STRING -> text(scalar.text(), type);
    };
  }

  /** A whole number is an int however it is written, as the server reads JSON. */
  private static Object number(String text, CelType type) {
    if (type != CelType.DOUBLE) {
      try {
        long whole = new BigDecimal(text).longValueExact();
        return type == CelType.UINT ? UnsignedLong.fromLongBits(whole) : (Object) whole;
      } catch (ArithmeticException fraction) {
        return Double.parseDouble(text);
      } catch (NumberFormatException notFinite) {
        return Double.parseDouble(text.replace(".inf", "Infinity").replace(".nan", "NaN"));
      }
    }
    return Double.parseDouble(text);
  }

  private static Object text(String text, CelType type) {
    if (type == CelType.TIMESTAMP) {
      return timestamp(text);
    }
    if (type == CelType.DURATION) {
      return GoDuration.parse(text).<Object>map(duration -> duration).orElse(text);
    }
    if (type == CelType.BYTES) {
      try {
        return CelByteString.of(Base64.getDecoder().decode(text));
      } catch (IllegalArgumentException notBase64) {
        return text;
      }
    }
    return text;
  }

  private static Object timestamp(String text) {
    boolean day = text.length() == "2026-11-20".length();
    if (Rfc3339.problem(day ? text + "T00:00:00Z" : text).isPresent()) {
      return text;
    }
    try {
      if (day) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      return text;
    }
  }
}
