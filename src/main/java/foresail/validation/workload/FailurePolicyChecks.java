package foresail.validation.workload;

import static foresail.validation.check.Names.qualifiedName;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.maxItems;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code podFailurePolicy} of a Job. */
final class FailurePolicyChecks {
  private FailurePolicyChecks() {}

  private static final List<String> ACTIONS = List.of("Count", "FailIndex", "FailJob", "Ignore");

  private static final Check EXIT_CODES =
      object(
          ifSet(),
          field(
              "operator",
              required(
                  "job.podFailurePolicy.onExitCodes.operator.required",
                  "valid values: [\"In\" \"NotIn\"]"),
              oneOf("job.podFailurePolicy.onExitCodes.operator", "In", "NotIn")),
          field(
              "containerName",
              ifSet(),
              rule(
                  FailurePolicyChecks::container,
                  "job.podFailurePolicy.onExitCodes.containerName")),
          field(
              "values",
              rule(FailurePolicyChecks::someValue, "job.podFailurePolicy.onExitCodes.values.empty"),
              maxItems("job.podFailurePolicy.onExitCodes.values.max", 255),
              rule(
                  FailurePolicyChecks::values,
                  "job.podFailurePolicy.onExitCodes.values.zero",
                  "job.podFailurePolicy.onExitCodes.values.duplicate",
                  "job.podFailurePolicy.onExitCodes.values.order")));

  private static final Check CONDITIONS =
      object(
          maxItems("job.podFailurePolicy.onPodConditions.max", 20),
          each(
              field("type", qualifiedName("job.podFailurePolicy.onPodConditions.type")),
              field(
                  "status",
                  ifNotZero(),
                  oneOf(
                      "job.podFailurePolicy.onPodConditions.status", "False", "True", "Unknown"))));

  static final Check FAILURE_POLICY =
      field(
          "podFailurePolicy",
          ifSet(),
          field(
              "rules",
              maxItems("job.podFailurePolicy.rules.max", 20),
              each(
                  field(
                      "action",
                      required(
                          "job.podFailurePolicy.action.required",
                          "valid values: [\"Count\" \"FailIndex\" \"FailJob\" \"Ignore\"]"),
                      rule(
                          FailurePolicyChecks::action,
                          "job.podFailurePolicy.action",
                          "job.podFailurePolicy.action.failIndex")),
                  field("onExitCodes", EXIT_CODES),
                  field("onPodConditions", CONDITIONS),
                  rule(
                      FailurePolicyChecks::oneOfBoth,
                      "job.podFailurePolicy.both",
                      "job.podFailurePolicy.none"))));

  private static Field jobSpec(Field inside) {
    Field field = inside;
    while (!field.name().equals("podFailurePolicy")) {
      field = field.parent();
    }
    return field.parent();
  }

  private static void action(Field action, Refusals out) {
    if (!ACTIONS.contains(action.text())) {
      out.notSupported("job.podFailurePolicy.action", action, ACTIONS);
    } else if (action.is("FailIndex") && !jobSpec(action).get("backoffLimitPerIndex").isSet()) {
      out.invalid(
          "job.podFailurePolicy.action.failIndex",
          action,
          "requires the backoffLimitPerIndex to be set");
    }
  }

  private static void container(Field name, Refusals out) {
    Field spec = jobSpec(name).at("template", "spec");
    if (!isNamed(spec.get("containers"), name) && !isNamed(spec.get("initContainers"), name)) {
      out.invalid(
          "job.podFailurePolicy.onExitCodes.containerName",
          name,
          "must be one of the container or initContainer names in the pod template");
    }
  }

  private static boolean isNamed(Field containers, Field name) {
    for (Field container : containers.items()) {
      if (container.get("name").is(name.text())) {
        return true;
      }
    }
    return false;
  }

  private static void someValue(Field values, Refusals out) {
    if (values.size() == 0) {
      out.invalid(
          "job.podFailurePolicy.onExitCodes.values.empty",
          values,
          values.isSet() ? "[]" : "null",
          "at least one value is required");
    }
  }

  private static void values(Field values, Refusals out) {
    boolean in = values.parent().get("operator").is("In");
    boolean ordered = true;
    long last = Long.MIN_VALUE;
    Map<Long, Field> first = new HashMap<>();
    for (Field value : values.items()) {
      if (in && value.number() == 0) {
        out.invalid(
            "job.podFailurePolicy.onExitCodes.values.zero",
            value,
            "must not be 0 for the In operator");
      }
      Field earlier = first.putIfAbsent(value.number(), value);
      if (earlier != null) {
        out.duplicate("job.podFailurePolicy.onExitCodes.values.duplicate", value, earlier);
      }
      ordered &= last <= value.number();
      last = value.number();
    }
    if (!ordered) {
      out.invalid(
          "job.podFailurePolicy.onExitCodes.values.order",
          values,
          GoValues.text(values),
          "must be ordered");
    }
  }

  /** The server prints no value here. */
  private static void oneOfBoth(Field rule, Refusals out) {
    boolean codes = rule.get("onExitCodes").isSet();
    boolean conditions = rule.get("onPodConditions").size() > 0;
    if (codes && conditions) {
      out.invalidWithoutValue(
          "job.podFailurePolicy.both",
          rule,
          "specifying both OnExitCodes and OnPodConditions is not supported");
    } else if (!codes && !conditions) {
      out.invalidWithoutValue(
          "job.podFailurePolicy.none",
          rule,
          "specifying one of OnExitCodes and OnPodConditions is required");
    }
  }
}
