package foresail.validation.pod;

import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.forbidden;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import java.util.List;

/** What only ephemeral containers must keep to. */
final class EphemeralContainerChecks {
  private EphemeralContainerChecks() {}

  private static final String WORDS = "cannot be set for an Ephemeral Container";

  private static final List<String> FORBIDDEN =
      List.of(
          "ports",
          "resources",
          "livenessProbe",
          "readinessProbe",
          "startupProbe",
          "lifecycle",
          "resizePolicy",
          "restartPolicy",
          "restartPolicyRules");

  static final Check EPHEMERAL_CONTAINER =
      object(
          field(
              "targetContainerName",
              ifNotZero(),
              rule(EphemeralContainerChecks::target, "pod.ephemeralContainers.target")),
          rule(
              EphemeralContainerChecks::onlyAllowedFields,
              "pod.ephemeralContainers.forbidden-fields"),
          field(
              "volumeMounts",
              each(
                  field("subPath", forbidden("pod.ephemeralContainers.subPath", WORDS)),
                  field("subPathExpr", forbidden("pod.ephemeralContainers.subPathExpr", WORDS)))));

  private static void target(Field target, Refusals out) {
    Field spec = PodSpecs.around(target);
    if (!isIn(spec.get("containers"), target.text())
        && !isIn(spec.get("initContainers"), target.text())) {
      out.notFound("pod.ephemeralContainers.target", target, GoValues.text(target));
    }
  }

  private static boolean isIn(Field containers, String name) {
    for (Field container : containers.items()) {
      if (container.get("name").is(name)) {
        return true;
      }
    }
    return false;
  }

  private static void onlyAllowedFields(Field container, Refusals out) {
    for (String name : FORBIDDEN) {
      Field field = container.get(name);
      boolean empty = name.equals("resources") || name.equals("restartPolicy");
      if (empty ? !field.isZero() : field.isSet()) {
        out.forbidden("pod.ephemeralContainers.forbidden-fields", field, WORDS);
      }
    }
  }
}
