package foresail.validation.pod;

import static foresail.validation.check.Names.qualifiedName;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.oneOf;

import foresail.notation.LabelNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import java.util.List;

/** {@code tolerations} of a pod. */
public final class TolerationChecks {
  private TolerationChecks() {}

  public static final Check TOLERATIONS =
      each(
          field("key", ifNotZero(), qualifiedName("pod.tolerations.key")),
          rule(TolerationChecks::emptyKey, "pod.tolerations.empty-key"),
          rule(TolerationChecks::seconds, "pod.tolerations.seconds"),
          rule(
              TolerationChecks::operator,
              "pod.tolerations.value.equal",
              "pod.tolerations.value.exists",
              "pod.tolerations.operator.ltgt",
              "pod.tolerations.operator"),
          field(
              "effect",
              ifNotZero(),
              oneOf("pod.tolerations.effect", "NoSchedule", "PreferNoSchedule", "NoExecute")));

  private static void emptyKey(Field toleration, Refusals out) {
    Field operator = toleration.get("operator");
    if (toleration.get("key").isZero() && !operator.is("Exists")) {
      out.invalid(
          "pod.tolerations.empty-key",
          operator,
          "operator must be Exists when `key` is empty, which means \"match all values and all"
              + " keys\"");
    }
  }

  private static void seconds(Field toleration, Refusals out) {
    Field effect = toleration.get("effect");
    if (toleration.get("tolerationSeconds").isSet() && !effect.is("NoExecute")) {
      out.invalid(
          "pod.tolerations.seconds",
          effect,
          "effect must be 'NoExecute' when `tolerationSeconds` is set");
    }
  }

  private static void operator(Field toleration, Refusals out) {
    Field operator = toleration.get("operator");
    Field value = toleration.get("value");
    switch (operator.text()) {
      case "", "Equal" -> {
        List<String> problems = LabelNames.labelValue(value.text());
        if (!problems.isEmpty()) {
          out.invalid(
              "pod.tolerations.value.equal",
              value.printedAs(operator),
              GoValues.text(value),
              String.join(";", problems));
        }
      }
      case "Exists" -> {
        if (!value.isZero()) {
          out.invalid(
              "pod.tolerations.value.exists",
              value.printedAs(operator),
              "value must be empty when `operator` is 'Exists'");
        }
      }
      case "Lt", "Gt" ->
          out.notSupported(
              "pod.tolerations.operator.ltgt",
              operator,
              out.release() >= 35
                  ? List.of("Equal", "Exists", "Lt", "Gt")
                  : List.of("Equal", "Exists"));
      default -> out.notSupported("pod.tolerations.operator", operator, List.of("Equal", "Exists"));
    }
  }
}
