package foresail.cel;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The type of a variable, a field or a result, named as CEL names it. */
public sealed interface CelType {
  CelType BOOL = Simple.BOOL;
  CelType INT = Simple.INT;
  CelType UINT = Simple.UINT;
  CelType DOUBLE = Simple.DOUBLE;
  CelType STRING = Simple.STRING;
  CelType BYTES = Simple.BYTES;
  CelType TIMESTAMP = Simple.TIMESTAMP;
  CelType DURATION = Simple.DURATION;
  CelType NULL = Simple.NULL;

  /** Anything; what is done with it is checked when it is evaluated. */
  CelType DYN = Simple.DYN;

  /** A list of values of one type. */
  static CelType listOf(CelType element) {
    return new ListOf(element);
  }

  /** A value that may be absent, which an expression asks for with {@code hasValue()}. */
  static CelType optionalOf(CelType value) {
    return new OptionalOf(value);
  }

  /** A map with keys that are strings. */
  static CelType mapOf(CelType value) {
    return new MapOf(STRING, value);
  }

  /** A type without parts. */
  enum Simple implements CelType {
    BOOL,
    INT,
    UINT,
    DOUBLE,
    STRING,
    BYTES,
    TIMESTAMP,
    DURATION,
    NULL,
    DYN
  }

  /** {@code list(element)}. */
  record ListOf(CelType element) implements CelType {
    public ListOf {
      requireNonNull(element);
    }
  }

  /** {@code optional_type(value)}. */
  record OptionalOf(CelType value) implements CelType {
    public OptionalOf {
      requireNonNull(value);
    }
  }

  /** {@code map(key, value)}. */
  record MapOf(CelType key, CelType value) implements CelType {
    public MapOf {
      requireNonNull(key);
      requireNonNull(value);
    }
  }

  /**
   * An object with declared fields; to select another one is a fault of the expression. Two types
   * of one name are the same type.
   *
   * @param name unique among the types of one environment: {@code kubernetes.AdmissionRequest}
   * @param fields as an expression names them ({@link FieldNames#escape}), in the order given
   */
  record ObjectOf(String name, Map<String, CelType> fields) implements CelType {
    public ObjectOf {
      requireNonNull(name);
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /** A type of which only its functions are known: {@code kubernetes.authorization.Authorizer}. */
  record Opaque(String name) implements CelType {
    public Opaque {
      requireNonNull(name);
    }
  }
}
