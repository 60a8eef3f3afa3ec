package foresail.validation.update;

import static foresail.validation.update.Demands.field;
import static foresail.validation.update.Demands.immutable;
import static foresail.validation.update.Demands.immutableExcept;
import static foresail.validation.update.Demands.when;

import foresail.finding.Reason;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;

/** Jobs (pkg/apis/batch/validation/validation.go, ValidateJobSpecUpdate, v1.36). */
final class JobUpdates {
  /** From this minor release on the resources of a suspended Job's pods may change. */
  private static final int MUTABLE_RESOURCES = 36;

  private static final String[] SCHEDULING = {
    "metadata.labels",
    "metadata.annotations",
    "spec.nodeSelector",
    "spec.affinity.nodeAffinity",
    "spec.tolerations",
    "spec.schedulingGates"
  };

  private static final ChangeCheck MUTABLE_PODS =
      field(
          "template",
          field(
              "spec",
              immutableExcept(
                  "containers.resources",
                  "initContainers.resources",
                  "nodeSelector",
                  "affinity.nodeAffinity",
                  "tolerations",
                  "schedulingGates")));

  private static final ChangeCheck MUTABLE_SCHEDULING =
      field("template", immutableExcept(SCHEDULING));

  static final ChangeCheck JOB =
      field(
          "spec",
          JobUpdates::completions,
          field("selector", immutable()),
          when(JobUpdates::isNotSuspended, field("template", immutable())),
          when(JobUpdates::isSuspended, JobUpdates::template),
          field("completionMode", immutable()),
          field("podFailurePolicy", immutable()),
          field("backoffLimitPerIndex", immutable()),
          field("managedBy", immutable()),
          field("successPolicy", immutable()));

  private JobUpdates() {}

  /** Nobody knows whether it ran before; where it did, its pods must be gone, and then it may. */
  private static boolean isSuspended(Change spec) {
    return spec.was().get("suspend").isTrue();
  }

  private static boolean isNotSuspended(Change spec) {
    return !isSuspended(spec);
  }

  private static void template(Change spec, Refusals out) {
    boolean resources = out.release() >= MUTABLE_RESOURCES;
    (resources ? MUTABLE_PODS : MUTABLE_SCHEDULING).look(spec, out);
  }

  /** An elastic Job grows and shrinks, but only with its parallelism. */
  private static void completions(Change spec, Refusals out) {
    Change completions = spec.get("completions");
    if (!spec.now().get("completionMode").is("Indexed")) {
      immutable().look(completions, out);
      return;
    }
    Field now = completions.now();
    boolean inTandem = now.number() == spec.now().get("parallelism").number();
    if (completions.isChanged() && now.isSet() && !inTandem) {
      Told.add(
          Reason.INVALID,
          completions,
          completions,
          "Invalid value: "
              + GoValues.text(now)
              + ": can only be modified in tandem with spec.parallelism",
          out);
    }
  }
}
