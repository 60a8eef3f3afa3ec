package foresail.schema;

import foresail.schema.Type.Shape;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the notation of types in schema files: one letter for a scalar, {@code [T]} a list, {@code
 * <T>} a map with string keys, {@code @name} a type by its name, {@code {name:T,name:T}} a struct,
 * {@code {*,name:T}} one that lets other fields through.
 */
final class TypeReader {
  private static final Shape[] SCALARS = new Shape[128];

  static {
    for (Shape shape : Shape.values()) {
      char letter = letter(shape);
      if (letter != 0) {
        SCALARS[letter] = shape;
      }
    }
  }

  /** The letter of a scalar; 0 for lists, maps and structs. */
  static char letter(Shape shape) {
    return switch (shape) {
      case STRING -> 's';
      case BOOL -> 'b';
      case INT32 -> 'i';
      case INT64 -> 'l';
      case DOUBLE -> 'd';
      case BYTES -> 'y';
      case QUANTITY -> 'q';
      case TIME -> 't';
      case MICRO_TIME -> 'u';
      case INT_OR_STRING -> 'p';
      case ANY -> 'x';
      case LIST, MAP, STRUCT -> 0;
    };
  }

  private final String text;
  private int at;

  private TypeReader(String text) {
    this.text = text;
  }

  /** Reads a struct of the given name. */
  static Struct struct(String name, String text) {
    return new TypeReader(text).struct(name);
  }

  private Struct struct(String name) {
    at++; // {
    Map<String, Type> fields = new LinkedHashMap<>();
    boolean open = false;
    while (text.charAt(at) != '}') {
      if (text.charAt(at) == '*') {
        open = true;
        at++;
      } else {
        int colon = text.indexOf(':', at);
        String field = text.substring(at, colon);
        at = colon + 1;
        fields.put(field, type());
      }
      if (text.charAt(at) == ',') {
        at++;
      }
    }
    at++;
    return new Struct(name, fields, open);
  }

  private Type type() {
    char first = text.charAt(at);
    return switch (first) {
      case '[' -> Type.listOf(element());
      case '<' -> Type.mapOf(element());
      case '{' -> Type.inline(struct(""));
      case '@' -> Type.struct(name());
      default -> {
        at++;
        yield Type.of(SCALARS[first]);
      }
    };
  }

  private Type element() {
    at++; // the opening bracket
    Type element = type();
    at++; // the closing one
    return element;
  }

  private String name() {
    int from = ++at;
    while (at < text.length() && ",}]>".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at);
  }
}
