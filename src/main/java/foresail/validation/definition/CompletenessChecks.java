package foresail.validation.definition;

import foresail.validation.check.Field;
import foresail.validation.check.Refusals;

/**
 * What combinations speak of must be there outside them too (schema/complete.go,
 * validateStructuralCompleteness).
 */
final class CompletenessChecks {
  private static final int DEEPEST = 1_000;

  private final Refusals out;

  private CompletenessChecks(Refusals out) {
    this.out = out;
  }

  static void look(Field schema, Refusals out) {
    new CompletenessChecks(out).combinations(schema, schema, 0);
  }

  private void combinations(Field values, Field structure, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    nested(values.get("not"), structure, depth);
    for (String name : new String[] {"allOf", "anyOf", "oneOf"}) {
      values.get(name).items().forEach(part -> nested(part, structure, depth));
    }
  }

  private void nested(Field values, Field structure, int depth) {
    if (!values.isObject()) {
      return;
    }
    if (!structure.isSet()) {
      missing(structure, values);
      return;
    }
    combinations(values, structure, depth + 1);
    nested(values.get("items"), structure.get("items"), depth + 1);
    for (Field property : values.get("properties").entries()) {
      Field same = structure.get("properties").entry(property.name());
      if (same.isSet()) {
        nested(property, same, depth + 1);
      } else {
        missing(same, property);
      }
    }
  }

  private void missing(Field structure, Field values) {
    out.required(StructuralChecks.FACT, structure, "because it is defined in " + values.path());
  }
}
