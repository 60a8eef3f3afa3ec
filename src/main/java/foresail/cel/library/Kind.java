package foresail.cel.library;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A type of arguments or results.
 *
 * @param type as an expression sees it
 * @param values of which class its values are
 */
record Kind<T>(CelType type, Class<T> values) {
  static final Kind<Boolean> BOOL = new Kind<>(SimpleType.BOOL, Boolean.class);
  static final Kind<Long> INT = new Kind<>(SimpleType.INT, Long.class);
  static final Kind<Double> DOUBLE = new Kind<>(SimpleType.DOUBLE, Double.class);
  static final Kind<String> STRING = new Kind<>(SimpleType.STRING, String.class);

  /** Any one type, the same wherever it occurs in a function's types. */
  static final Kind<Object> ANY = new Kind<>(TypeParamType.create("T"), Object.class);

  /** A type of the server's own. */
  static <T> Kind<T> named(String name, Class<T> values) {
    return new Kind<>(OpaqueType.create(name), values);
  }

  /** Lists of that type. */
  @SuppressWarnings("unchecked") // a list's elements are checked where they are used
  static <T> Kind<List<T>> listOf(Kind<T> element) {
    return new Kind<>(ListType.create(element.type), (Class<List<T>>) (Class<?>) List.class);
  }

  /** Lists of that type, whatever is in them. */
  @SuppressWarnings("unchecked")
  static Kind<List<?>> list(CelType element) {
    return new Kind<>(ListType.create(element), (Class<List<?>>) (Class<?>) List.class);
  }

  /** Maps from strings to that type. */
  @SuppressWarnings("unchecked")
  static <T> Kind<Map<String, T>> mapOf(Kind<T> value) {
    return new Kind<>(
        MapType.create(SimpleType.STRING, value.type),
        (Class<Map<String, T>>) (Class<?>) Map.class);
  }

  /** That type or nothing. */
  @SuppressWarnings("unchecked")
  static <T> Kind<Optional<T>> optional(Kind<T> value) {
    return new Kind<>(
        OptionalType.create(value.type), (Class<Optional<T>>) (Class<?>) Optional.class);
  }
}
