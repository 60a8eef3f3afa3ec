package foresail.schema;

import java.util.Optional;

/**
 * The type of a field.
 *
 * @param element of lists and maps only
 * @param structName of structs that have a definition of their own, else empty
 * @param inline of structs that have none: those of custom resources
 */
record Type(Shape shape, Optional<Type> element, String structName, Optional<Struct> inline) {
  /** What JSON a type takes. */
  enum Shape {
    STRING,
    BOOL,
    INT32,
    INT64,
    DOUBLE,
    /** A string of base64. */
    BYTES,
    /** A string or number such as {@code 500m}. */
    QUANTITY,
    /** RFC 3339. */
    TIME,
    /** RFC 3339 with exactly six digits behind the seconds. */
    MICRO_TIME,
    INT_OR_STRING,
    /** Whatever JSON there is: the server looks at it later or never. */
    ANY,
    LIST,
    MAP,
    STRUCT
  }

  static Type of(Shape shape) {
    return new Type(shape, Optional.empty(), "", Optional.empty());
  }

  static Type listOf(Type element) {
    return new Type(Shape.LIST, Optional.of(element), "", Optional.empty());
  }

  static Type mapOf(Type element) {
    return new Type(Shape.MAP, Optional.of(element), "", Optional.empty());
  }

  static Type struct(String name) {
    return new Type(Shape.STRUCT, Optional.empty(), name, Optional.empty());
  }

  static Type inline(Struct struct) {
    return new Type(Shape.STRUCT, Optional.empty(), "", Optional.of(struct));
  }

  /** The name of the Go type, as far as the schema knows it: named string types are strings. */
  String goName() {
    return switch (shape) {
      case STRING, TIME, MICRO_TIME -> "string";
      case BOOL -> "bool";
      case INT32, INT_OR_STRING -> "int32";
      case INT64 -> "int64";
      case DOUBLE -> "float64";
      case BYTES -> "[]uint8";
      case QUANTITY -> "resource.Quantity";
      case ANY -> "runtime.RawExtension";
      case LIST -> "[]" + element.orElseThrow().goName();
      case MAP -> mapName();
      case STRUCT -> structName.substring(structName.indexOf('.') + 1);
    };
  }

  private String mapName() {
    Type value = element.orElseThrow();
    return value.shape == Shape.QUANTITY ? "v1.ResourceList" : "map[string]" + value.goName();
  }
}
