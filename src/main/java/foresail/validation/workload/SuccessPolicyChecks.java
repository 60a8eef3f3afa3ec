package foresail.validation.workload;

import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.maxItems;
import static foresail.validation.check.Values.nonNegative;
import static foresail.validation.check.Values.required;

import foresail.notation.Utf8;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoStruct;
import foresail.validation.check.Refusals;
import foresail.validation.workload.SuccessIndexes.Parsed;

/** {@code successPolicy} of a Job. */
final class SuccessPolicyChecks {
  /** The internal SuccessPolicy. */
  private static final GoStruct AS_IN_GO =
      GoStruct.of("Rules").with("Rules", GoStruct.of("SucceededIndexes", "SucceededCount"));

  private SuccessPolicyChecks() {}

  private static final int MAX_INDEXES_BYTES = 65_536;

  private static final Check RULES =
      object(
          required(
              "job.successPolicy.rules.required",
              "at least one rules must be specified when the successPolicy is specified"),
          maxItems("job.successPolicy.rules.max", 20),
          each(
              rule(SuccessPolicyChecks::something, "job.successPolicy.rule.none"),
              rule(
                  SuccessPolicyChecks::counts,
                  "job.successPolicy.succeededIndexes.length",
                  "job.successPolicy.succeededIndexes.format",
                  "job.successPolicy.succeededCount.completions",
                  "job.successPolicy.succeededCount.indexes"),
              field("succeededCount", nonNegative("job.successPolicy.succeededCount"))));

  /** Of the spec as a whole. */
  static final Check SUCCESS_POLICY =
      object(
          (spec, out) -> spec.get("successPolicy").isSet(),
          rule(SuccessPolicyChecks::needsIndexes, "job.successPolicy.mode"),
          (spec, out) -> IndexedJobChecks.isIndexed(spec),
          field("successPolicy", field("rules", RULES)));

  private static void needsIndexes(Field spec, Refusals out) {
    if (!IndexedJobChecks.isIndexed(spec)) {
      out.invalid(
          "job.successPolicy.mode",
          spec.get("successPolicy"),
          AS_IN_GO.text(spec.get("successPolicy")),
          "requires indexed completion mode");
    }
  }

  private static void something(Field rule, Refusals out) {
    if (!rule.get("succeededCount").isSet() && !rule.get("succeededIndexes").isSet()) {
      out.required(
          "job.successPolicy.rule.none",
          rule,
          "at least one of succeededCount or succeededIndexes must be specified");
    }
  }

  private static void counts(Field rule, Refusals out) {
    Field completions = rule.parent().parent().parent().get("completions");
    if (!completions.isSet()) {
      return;
    }
    long total = 0;
    Field indexes = rule.get("succeededIndexes");
    if (indexes.isSet()) {
      if (Utf8.length(indexes.text()) > MAX_INDEXES_BYTES) {
        out.tooLong("job.successPolicy.succeededIndexes.length", indexes, MAX_INDEXES_BYTES);
      }
      Parsed parsed = SuccessIndexes.parse(indexes.text(), completions.number());
      total = parsed.total();
      if (!parsed.error().isEmpty()) {
        out.invalid(
            "job.successPolicy.succeededIndexes.format",
            indexes,
            "error parsing succeededIndexes: " + parsed.error());
      }
    }
    Field count = rule.get("succeededCount");
    if (count.number() > completions.number()) {
      out.invalid(
          "job.successPolicy.succeededCount.completions",
          count,
          "must be less than or equal to "
              + completions.number()
              + " (the number of specified completions)");
    }
    if (indexes.isSet() && count.number() > total) {
      out.invalid(
          "job.successPolicy.succeededCount.indexes",
          count,
          "must be less than or equal to "
              + total
              + " (the number of indexes in the specified succeededIndexes field)");
    }
  }
}
