package foresail.validation.workload;

import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.nonNegative;
import static foresail.validation.check.Values.requiredSet;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;

/** Kind ControllerRevision (pkg/apis/apps/validation/validation.go, v1.36). */
public final class ControllerRevisionChecks {
  private ControllerRevisionChecks() {}

  /** Kind ControllerRevision. */
  public static final Check CONTROLLER_REVISION =
      object(
          MetadataChecks.NAMESPACED,
          field("revision", nonNegative("controllerrevision.revision")),
          field(
              "data",
              requiredSet("controllerrevision.data.required", "data is mandatory"),
              rule(ControllerRevisionChecks::isObject, "controllerrevision.data.object")));

  private static void isObject(Field data, Refusals out) {
    if (!data.isObject()) {
      out.required("controllerrevision.data.object", data, "data must be a valid JSON object");
    }
  }
}
