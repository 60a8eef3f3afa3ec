package foresail.validation.node;

import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;
import java.util.Map;

/** A PriorityClass (pkg/apis/scheduling/validation/validation.go, v1.36). */
public final class PriorityClassChecks {
  private static final int HIGHEST_OF_USERS = 1_000_000_000;
  private static final Map<String, Long> OF_THE_SYSTEM =
      Map.of(
          "system-node-critical", 2_000_001_000L,
          "system-cluster-critical", 2_000_000_000L);

  private PriorityClassChecks() {}

  public static final Check PRIORITY_CLASS =
      object(
          MetadataChecks.CLUSTER_SCOPED,
          rule(PriorityClassChecks::value, "priorityclass.system-name", "priorityclass.value"),
          field(
              "preemptionPolicy",
              ifSet(),
              required("priorityclass.preemptionPolicy"),
              oneOf("priorityclass.preemptionPolicy", "PreemptLowerPriority", "Never")));

  private static void value(Field object, Refusals out) {
    Field name = object.at("metadata", "name");
    if (!name.text().startsWith("system-")) {
      if (object.get("value").number() > HIGHEST_OF_USERS) {
        out.forbidden(
            "priorityclass.value",
            object.get("value"),
            "maximum allowed value of a user defined priority is " + HIGHEST_OF_USERS);
      }
      return;
    }
    String error = systemProblem(object, name.text());
    if (!error.isEmpty()) {
      out.forbidden(
          "priorityclass.system-name",
          name,
          "priority class names with 'system-' prefix are reserved for system use only. error: "
              + error);
    }
  }

  private static String systemProblem(Field object, String name) {
    Long value = OF_THE_SYSTEM.get(name);
    if (value == null) {
      return name + " is not a known system priority class";
    }
    if (object.get("value").number() != value) {
      return "value of " + name + " PriorityClass must be " + value;
    }
    return object.get("globalDefault").isTrue()
        ? "globalDefault of " + name + " PriorityClass must be false"
        : "";
  }
}
