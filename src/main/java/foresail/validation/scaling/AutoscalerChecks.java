package foresail.validation.scaling;

import static foresail.validation.check.Names.format;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Shapes.since;
import static foresail.validation.check.Values.inRange;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;

import foresail.notation.KeyNames;
import foresail.notation.Quantity;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;

/** A HorizontalPodAutoscaler (pkg/apis/autoscaling/validation/validation.go, v1.36). */
public final class AutoscalerChecks {
  private static final int LONGEST_WINDOW_SECONDS = 3600;
  private static final int LONGEST_PERIOD_SECONDS = 1800;

  /** From this release on no replica at all is a bound, where metrics do not come from pods. */
  private static final int TO_ZERO_SINCE = 37;

  private AutoscalerChecks() {}

  private static final Check TARGET =
      object(
          field(
              "kind",
              required("hpa.scaleTargetRef.kind"),
              format("hpa.scaleTargetRef.kind", KeyNames::pathSegment)),
          field(
              "name",
              required("hpa.scaleTargetRef.name"),
              format("hpa.scaleTargetRef.name", KeyNames::pathSegment)),
          since(34),
          rule(
              AutoscalerChecks::group,
              "hpa.scaleTargetRef.apiVersion",
              "hpa.scaleTargetRef.apiVersion.parse"));

  private static final Check POLICY =
      object(
          field("type", oneOf("hpa.behavior.policy.type", "Percent", "Pods")),
          field("value", positive("hpa.behavior.policy.value")),
          field(
              "periodSeconds",
              positive("hpa.behavior.policy.period.min"),
              inRange(
                  "hpa.behavior.policy.period.max",
                  Long.MIN_VALUE,
                  LONGEST_PERIOD_SECONDS,
                  "must be less than or equal to 1800")));

  private static final Check DIRECTION =
      object(
          ifSet(),
          field(
              "stabilizationWindowSeconds",
              ifSet(),
              inRange(
                  "hpa.behavior.window.min",
                  0,
                  Long.MAX_VALUE,
                  "must be greater than or equal to zero"),
              inRange(
                  "hpa.behavior.window.max",
                  Long.MIN_VALUE,
                  LONGEST_WINDOW_SECONDS,
                  "must be less than or equal to 3600")),
          field(
              "selectPolicy",
              ifSet(),
              oneOf("hpa.behavior.selectPolicy", "Disabled", "Max", "Min")),
          field(
              "policies",
              required("hpa.behavior.policies.required", "must specify at least one Policy"),
              each(POLICY)),
          field(
              "tolerance",
              ifSet(),
              since(35),
              rule(AutoscalerChecks::tolerance, "hpa.behavior.tolerance")));

  private static final Check SPEC =
      object(
          rule(
              AutoscalerChecks::bounds,
              "hpa.minReplicas",
              "hpa.maxReplicas.required",
              "hpa.maxReplicas.positive",
              "hpa.maxReplicas.min"),
          field("scaleTargetRef", TARGET),
          field("metrics", each(MetricChecks.METRIC)),
          rule(AutoscalerChecks::toZero, "hpa.metrics.scale-to-zero"),
          rule(AutoscalerChecks::cpuOfV1, "hpa.v1.target"),
          field("behavior", ifSet(), field("scaleUp", DIRECTION), field("scaleDown", DIRECTION)));

  public static final Check AUTOSCALER = object(MetadataChecks.NAMESPACED, field("spec", SPEC));

  private static Check positive(String fact) {
    return inRange(fact, 1, Long.MAX_VALUE, "must be greater than zero");
  }

  private static void bounds(Field spec, Refusals out) {
    Field min = spec.get("minReplicas");
    Field max = spec.get("maxReplicas");
    int lowest = out.release() >= TO_ZERO_SINCE ? 0 : 1;
    if (min.isSet() && min.number() < lowest) {
      out.invalid("hpa.minReplicas", min, "must be greater than or equal to " + lowest);
    }
    if (max.number() < 1 && out.release() < 36) {
      out.invalid(
          "hpa.maxReplicas.positive", max, Long.toString(max.number()), "must be greater than 0");
    } else if (max.number() == 0) {
      out.required("hpa.maxReplicas.required", max, "must be set and greater than 0");
    } else if (max.number() < 0) {
      out.invalid("hpa.maxReplicas.positive", max, "must be greater than or equal to 1");
    }
    if (min.isSet() && max.number() < min.number()) {
      out.invalid(
          "hpa.maxReplicas.min",
          max,
          Long.toString(max.number()),
          "must be greater than or equal to `minReplicas`");
    }
  }

  private static void group(Field target, Refusals out) {
    Field version = target.get("apiVersion");
    String text = version.text();
    int slash = text.indexOf('/');
    if (slash >= 0 && text.indexOf('/', slash + 1) >= 0) {
      out.invalid(
          "hpa.scaleTargetRef.apiVersion.parse",
          version,
          "unexpected GroupVersion string: " + text);
    } else if (slash <= 0 && !target.get("kind").is("ReplicationController")) {
      out.invalid("hpa.scaleTargetRef.apiVersion", version, "apiVersion must specify API group");
    }
  }

  private static void toZero(Field spec, Refusals out) {
    Field min = spec.get("minReplicas");
    if (!min.isSet() || min.number() != 0) {
      return;
    }
    for (Field metric : spec.get("metrics").items()) {
      if (metric.get("type").is("Object") || metric.get("type").is("External")) {
        return;
      }
    }
    out.forbidden(
        "hpa.metrics.scale-to-zero",
        spec.get("metrics"),
        "must specify at least one Object or External metric to support scaling to zero replicas");
  }

  /** Objects of autoscaling/v1 become v2 before they are looked at, and so do the paths. */
  private static void cpuOfV1(Field spec, Refusals out) {
    Field percentage = spec.get("targetCPUUtilizationPercentage");
    if (percentage.isSet() && percentage.number() < 1) {
      Field printed = spec.get("metrics").place(0).at("resource", "target", "averageUtilization");
      out.invalid("hpa.v1.target", percentage.printedAs(printed), "must be greater than 0");
    }
  }

  private static void tolerance(Field tolerance, Refusals out) {
    if (tolerance.quantity().compareTo(Quantity.ZERO) < 0) {
      out.invalid("hpa.behavior.tolerance", tolerance, "must be greater than or equal to 0");
    }
  }
}
