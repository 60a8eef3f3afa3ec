package foresail.validation.scaling;

import static foresail.validation.check.RolloutLimits.intOrPercent;
import static foresail.validation.check.RolloutLimits.notMoreThanAll;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.nothingElse;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.oneOf;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoStruct;
import foresail.validation.check.Refusals;
import foresail.validation.check.Selectors;
import foresail.validation.meta.MetadataChecks;
import java.util.List;

/** A PodDisruptionBudget (pkg/apis/policy/validation/validation.go, v1.36). */
public final class DisruptionBudgetChecks {
  /** The internal PodDisruptionBudgetSpec. */
  private static final GoStruct AS_IN_GO =
      GoStruct.of("MinAvailable", "Selector", "MaxUnavailable", "UnhealthyPodEvictionPolicy")
          .with("Selector", GoStruct.LABEL_SELECTOR);

  private DisruptionBudgetChecks() {}

  private static final Check SPEC =
      object(
          rule(DisruptionBudgetChecks::onlyOne, "pdb.both"),
          field(
              "minAvailable",
              ifSet(),
              intOrPercent("pdb.minAvailable"),
              notMoreThanAll("pdb.minAvailable.max")),
          field(
              "maxUnavailable",
              ifSet(),
              intOrPercent("pdb.maxUnavailable"),
              notMoreThanAll("pdb.maxUnavailable.max")),
          field("selector", Selectors.labelSelector("pdb.selector")),
          field(
              "unhealthyPodEvictionPolicy",
              ifSet(),
              oneOf("pdb.unhealthyPodEvictionPolicy", "AlwaysAllow", "IfHealthyBudget")));

  /** The kind has no rule for names of its own, and its metadata is looked at last. */
  public static final Check DISRUPTION_BUDGET =
      object(
          nothingElse(field("spec", SPEC)),
          MetadataChecks.namespacedWithAnyFinalizer(name -> List.of()),
          MetadataChecks.NAME_IN_URL);

  private static void onlyOne(Field spec, Refusals out) {
    if (spec.get("minAvailable").isSet() && spec.get("maxUnavailable").isSet()) {
      out.invalid(
          "pdb.both",
          spec,
          AS_IN_GO.text(spec),
          "minAvailable and maxUnavailable cannot be both set");
    }
  }
}
