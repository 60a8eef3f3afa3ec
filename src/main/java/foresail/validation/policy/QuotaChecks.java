package foresail.validation.policy;

import static foresail.validation.check.Shapes.eachEntry;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;

import foresail.notation.LabelNames;
import foresail.notation.Quantity;
import foresail.notation.ResourceNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;
import java.util.List;

/** Kind ResourceQuota (pkg/apis/core/validation/validation.go, v1.36). */
public final class QuotaChecks {
  private QuotaChecks() {}

  /** Kind ResourceQuota. */
  public static final Check RESOURCE_QUOTA =
      object(
          MetadataChecks.NAMESPACED,
          field(
              "spec",
              field(
                  "hard",
                  eachEntry(
                      rule(
                          QuotaChecks::name,
                          "resourcequota.hard.qualified",
                          "resourcequota.hard.standard",
                          "resourcequota.hard.quota"),
                      rule(
                          QuotaChecks::amount,
                          "resourcequota.hard.negative",
                          "resourcequota.hard.integer"))),
              QuotaScopeChecks.SCOPES));

  private static void name(Field entry, Refusals out) {
    String name = entry.name();
    List<String> problems = LabelNames.qualifiedName(name);
    Names.tell("resourcequota.hard.qualified", entry, name, problems, out);
    if (name.indexOf('/') >= 0) {
      return;
    }
    if (problems.isEmpty() && !ResourceNames.isStandard(name)) {
      out.invalid(
          "resourcequota.hard.standard",
          entry,
          GoValues.quoted(name),
          "must be a standard resource type or fully qualified");
    }
    if (!ResourceNames.isOfQuotas(name)) {
      out.invalid(
          "resourcequota.hard.quota",
          entry,
          GoValues.quoted(name),
          "must be a standard resource for quota");
    }
  }

  private static void amount(Field entry, Refusals out) {
    Quantity amount = entry.quantity();
    String printed = GoValues.quoted(amount.toString());
    if (amount.sign() < 0) {
      out.invalid(
          "resourcequota.hard.negative", entry, printed, "must be greater than or equal to 0");
    }
    if (ResourceNames.isInteger(entry.name()) && !amount.isWhole()) {
      out.invalid("resourcequota.hard.integer", entry, printed, "must be an integer");
    }
  }
}
