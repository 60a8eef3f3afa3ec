package foresail.validation.definition;

import foresail.validation.check.Field;
import java.util.ArrayList;
import java.util.List;

/** The schemas inside a schema. */
final class Subschemas {
  private static final List<String> SINGLE = List.of("not", "items", "additionalProperties");
  private static final List<String> LISTS = List.of("allOf", "oneOf", "anyOf");

  private Subschemas() {}

  /** Those that a structural schema may have. */
  static List<Field> of(Field schema) {
    List<Field> all = new ArrayList<>(schema.get("properties").entries());
    for (String name : SINGLE) {
      Field child = schema.get(name);
      if (child.isObject()) {
        all.add(child);
      }
    }
    for (String name : LISTS) {
      all.addAll(schema.get(name).items());
    }
    return all;
  }
}
