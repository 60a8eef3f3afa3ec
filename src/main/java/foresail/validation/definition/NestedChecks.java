package foresail.validation.definition;

import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.List;

/**
 * What stands in allOf, anyOf, oneOf and not may restrict values and nothing else
 * (schema/validation.go, validateNestedValueValidation).
 */
final class NestedChecks {
  private static final String FACT = StructuralChecks.FACT;
  private static final int DEEPEST = 1_000;

  private final Refusals out;

  NestedChecks(Refusals out) {
    this.out = out;
  }

  /**
   * @param skipAny whether anyOf is the one that names int and string
   * @param skipAll whether the first of allOf holds it
   */
  void values(Field schema, boolean skipAny, boolean skipAll, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (!skipAny) {
      schema.get("anyOf").items().forEach(part -> nested(part, false, depth + 1));
    }
    List<Field> all = schema.get("allOf").items();
    for (int i = 0; i < all.size(); i++) {
      nested(all.get(i), skipAll && i == 0, depth + 1);
    }
    schema.get("oneOf").items().forEach(part -> nested(part, false, depth + 1));
    nested(schema.get("not"), false, depth + 1);
    StructuralChecks.pattern(schema.get("pattern"), out);
  }

  private void nested(Field schema, boolean skipAny, int depth) {
    if (!schema.isObject()) {
      return;
    }
    values(schema, skipAny, false, depth);
    nested(schema.get("items"), false, depth + 1);
    for (Field property : schema.get("properties").entries()) {
      nested(property, false, depth + 1);
    }
    for (String name : List.of("type", "title", "description", "x-kubernetes-list-map-keys")) {
      forbidden(!schema.get(name).isZero(), schema.get(name), "empty");
    }
    forbidden(
        !schema.get("x-kubernetes-validations").isZero(),
        schema.get("x-kubernetes-validations"),
        "empty");
    for (String name :
        List.of(
            "additionalProperties", "default", "x-kubernetes-list-type", "x-kubernetes-map-type")) {
      forbidden(schema.get(name).isSet(), schema.get(name), "undefined");
    }
    for (String name :
        List.of(
            "nullable",
            "x-kubernetes-preserve-unknown-fields",
            "x-kubernetes-embedded-resource",
            "x-kubernetes-int-or-string")) {
      forbidden(schema.get(name).isTrue(), schema.get(name), "false");
    }
    Field metadata = schema.get("properties").entry("metadata");
    if (metadata.isSet()) {
      out.forbidden(FACT, metadata, "must not be specified in a nested context");
    }
  }

  private void forbidden(boolean there, Field field, String wanted) {
    if (there) {
      out.forbidden(FACT, field, "must be " + wanted + " to be structural");
    }
  }
}
