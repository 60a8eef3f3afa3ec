package foresail.validation.workload;

import static foresail.validation.check.Names.domainPrefixedPath;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.maxBytes;
import static foresail.validation.check.Values.nonNegative;
import static foresail.validation.check.Values.oneOf;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import foresail.validation.pod.PodChecks;
import java.util.List;

/**
 * {@code spec} of a Job, also where a CronJob makes it (pkg/apis/batch/validation/validation.go,
 * v1.36).
 */
final class JobSpecChecks {
  private JobSpecChecks() {}

  static final Check SPEC =
      object(
          field("parallelism", nonNegative("job.parallelism")),
          field("completions", nonNegative("job.completions")),
          field("activeDeadlineSeconds", nonNegative("job.activeDeadlineSeconds")),
          field("backoffLimit", nonNegative("job.backoffLimit")),
          field("ttlSecondsAfterFinished", nonNegative("job.ttlSecondsAfterFinished")),
          field("backoffLimitPerIndex", nonNegative("job.backoffLimitPerIndex")),
          field("maxFailedIndexes", nonNegative("job.maxFailedIndexes")),
          rule(JobSpecChecks::failuresNeedLimit, "job.maxFailedIndexes.needs-limit"),
          field(
              "managedBy",
              ifSet(),
              domainPrefixedPath("job.managedBy.format"),
              maxBytes("job.managedBy.length", 63)),
          field("completionMode", ifSet(), oneOf("job.completionMode", "NonIndexed", "Indexed")),
          IndexedJobChecks.INDEXED,
          FailurePolicyChecks.FAILURE_POLICY,
          SuccessPolicyChecks.SUCCESS_POLICY,
          rule(
              JobSpecChecks::replacement,
              "job.podReplacementPolicy",
              "job.podReplacementPolicy.withFailurePolicy"),
          field("template", PodChecks.TEMPLATE),
          rule(
              JobSpecChecks::restarts,
              "job.template.restartPolicy.required",
              "job.template.restartPolicy",
              "job.podFailurePolicy.restartPolicy"));

  private static void failuresNeedLimit(Field spec, Refusals out) {
    Field limit = spec.get("backoffLimitPerIndex");
    if (spec.get("maxFailedIndexes").isSet() && !limit.isSet()) {
      out.required("job.maxFailedIndexes.needs-limit", limit, "when maxFailedIndexes is specified");
    }
  }

  private static void replacement(Field spec, Refusals out) {
    Field policy = spec.get("podReplacementPolicy");
    if (!policy.isSet()) {
      return;
    }
    if (spec.get("podFailurePolicy").isSet()) {
      if (!policy.is("Failed")) {
        out.notSupported("job.podReplacementPolicy.withFailurePolicy", policy, List.of("Failed"));
      }
    } else if (!policy.is("Failed") && !policy.is("TerminatingOrFailed")) {
      out.notSupported(
          "job.podReplacementPolicy", policy, List.of("Failed", "TerminatingOrFailed"));
    }
  }

  private static void restarts(Field spec, Refusals out) {
    Field policy = spec.at("template", "spec", "restartPolicy");
    switch (policy.text()) {
      case "", "Always" ->
          out.required(
              "job.template.restartPolicy.required",
              policy,
              "valid values: \"OnFailure\", \"Never\"");
      case "OnFailure" -> {
        if (spec.get("podFailurePolicy").isSet()) {
          out.invalid(
              "job.podFailurePolicy.restartPolicy",
              policy,
              "only \"Never\" is supported when podFailurePolicy is specified");
        }
      }
      case "Never" -> {
        // Goes with everything.
      }
      default ->
          out.notSupported("job.template.restartPolicy", policy, List.of("OnFailure", "Never"));
    }
  }
}
