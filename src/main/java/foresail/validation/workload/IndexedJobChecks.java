package foresail.validation.workload;

import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;

/** How many indexes a Job may have, and what needs them. */
final class IndexedJobChecks {
  private IndexedJobChecks() {}

  private static final int MOST = 100_000;
  private static final int MOST_OF_MANY = 10_000;
  private static final String NEEDS_INDEXES = "requires indexed completion mode";
  private static final String AT_MOST_OF_MANY =
      "must be less than or equal to 10000 when completions are above 100000 and used with backoff"
          + " limit per index";

  /** Of the spec as a whole. */
  static final Check INDEXED =
      object(
          rule(
              IndexedJobChecks::indexed,
              "job.completions.indexed",
              "job.parallelism.indexed",
              "job.maxFailedIndexes.completions",
              "job.maxFailedIndexes.max"),
          rule(
              IndexedJobChecks::many,
              "job.maxFailedIndexes.required",
              "job.parallelism.high",
              "job.maxFailedIndexes.high"),
          rule(
              IndexedJobChecks::notIndexed,
              "job.backoffLimitPerIndex.mode",
              "job.maxFailedIndexes.mode"));

  static boolean isIndexed(Field spec) {
    return spec.get("completionMode").is("Indexed");
  }

  private static void indexed(Field spec, Refusals out) {
    if (!isIndexed(spec)) {
      return;
    }
    Field completions = spec.get("completions");
    if (!completions.isSet()) {
      out.required("job.completions.indexed", completions, "when completion mode is Indexed");
    }
    Field parallelism = spec.get("parallelism");
    if (parallelism.number() > MOST) {
      out.invalid(
          "job.parallelism.indexed",
          parallelism,
          "must be less than or equal to 100000 when completion mode is Indexed");
    }
    Field failed = spec.get("maxFailedIndexes");
    if (completions.isSet() && failed.number() > completions.number()) {
      out.invalid(
          "job.maxFailedIndexes.completions", failed, "must be less than or equal to completions");
    }
    if (failed.number() > MOST) {
      out.invalid("job.maxFailedIndexes.max", failed, "must be less than or equal to 100000");
    }
  }

  private static void many(Field spec, Refusals out) {
    if (!isIndexed(spec)
        || spec.get("completions").number() <= MOST
        || !spec.get("backoffLimitPerIndex").isSet()) {
      return;
    }
    Field failed = spec.get("maxFailedIndexes");
    if (!failed.isSet()) {
      out.required(
          "job.maxFailedIndexes.required",
          failed,
          "must be specified when completions is above 100000");
    }
    Field parallelism = spec.get("parallelism");
    if (parallelism.number() > MOST_OF_MANY) {
      out.invalid("job.parallelism.high", parallelism, AT_MOST_OF_MANY);
    }
    if (failed.number() > MOST_OF_MANY) {
      out.invalid("job.maxFailedIndexes.high", failed, AT_MOST_OF_MANY);
    }
  }

  private static void notIndexed(Field spec, Refusals out) {
    Field mode = spec.get("completionMode");
    if (mode.isSet() && !mode.is("NonIndexed")) {
      return;
    }
    if (spec.get("backoffLimitPerIndex").isSet()) {
      out.invalid("job.backoffLimitPerIndex.mode", spec.get("backoffLimitPerIndex"), NEEDS_INDEXES);
    }
    if (spec.get("maxFailedIndexes").isSet()) {
      out.invalid("job.maxFailedIndexes.mode", spec.get("maxFailedIndexes"), NEEDS_INDEXES);
    }
  }
}
