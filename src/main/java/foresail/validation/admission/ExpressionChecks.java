package foresail.validation.admission;

import static foresail.validation.check.Names.qualifiedName;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.nothingElse;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.maxItems;
import static foresail.validation.check.Values.required;
import static foresail.validation.check.Values.uniqueBy;

import foresail.cel.FieldNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;

/**
 * CEL expressions in policies and webhooks, but for whether they compile: {@link
 * CompilationChecks}.
 */
final class ExpressionChecks {
  private static final int MOST_CONDITIONS = 64;

  private ExpressionChecks() {}

  /** {@code matchConditions}. */
  static final Check MATCH_CONDITIONS =
      object(
          nothingElse(maxItems("webhook.matchConditions.max", MOST_CONDITIONS)),
          each(
              field("expression", written("webhook.matchConditions.expression.required", "")),
              field(
                  "name",
                  required("webhook.matchConditions.name.required"),
                  qualifiedName("webhook.matchConditions.name"))),
          uniqueBy("webhook.matchConditions.name.duplicate", "name"));

  /** {@code variables}. */
  static final Check VARIABLES =
      each(
          field(
              "name",
              rule(
                  ExpressionChecks::variable, "vap.variables.name.required", "vap.variables.name")),
          field(
              "expression",
              written("vap.variables.expression.required", "expression is not specified")));

  /** An expression that is more than blanks. */
  static Check written(String fact, String words) {
    return rule(
        (expression, out) -> {
          if (expression.text().isBlank()) {
            out.required(fact, expression, words);
          }
        },
        fact);
  }

  private static void variable(Field name, Refusals out) {
    String text = name.text();
    if (text.isBlank()) {
      out.required("vap.variables.name.required", name, "name is not specified");
    } else if (!FieldNames.isIdentifier(text)) {
      out.invalid("vap.variables.name", name, "must be a valid CEL identifier");
    }
  }
}
