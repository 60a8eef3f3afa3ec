package foresail.validation.scaling;

import static foresail.validation.check.Names.dnsLabel;
import static foresail.validation.check.Names.format;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.inRange;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;

import foresail.notation.KeyNames;
import foresail.notation.LabelNames;
import foresail.notation.Quantity;
import foresail.notation.ResourceNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an autoscaler measures (pkg/apis/autoscaling/validation/validation.go, v1.36). */
final class MetricChecks {
  private static final String OWN_SOURCE = "must populate information for the given metric source";

  /** The source that belongs to each type, in the order in which the server looks at them. */
  private static final Map<String, String> SOURCES = new LinkedHashMap<>();

  static {
    SOURCES.put("Object", "object");
    SOURCES.put("External", "external");
    SOURCES.put("Pods", "pods");
    SOURCES.put("Resource", "resource");
    SOURCES.put("ContainerResource", "containerResource");
  }

  private MetricChecks() {}

  private static final Check TARGET =
      field(
          "target",
          rule(MetricChecks::targetType, "hpa.target.type.required", "hpa.target.type"),
          field("value", ifSet(), positive("hpa.target.value")),
          field("averageValue", ifSet(), positive("hpa.target.averageValue")),
          field(
              "averageUtilization",
              ifSet(),
              inRange(
                  "hpa.target.averageUtilization", 1, Long.MAX_VALUE, "must be greater than 0")));

  private static final Check IDENTIFIER =
      field(
          "metric",
          field(
              "name",
              required("hpa.metricIdentifier.name.required", "must specify a metric name"),
              format("hpa.metricIdentifier.name", KeyNames::pathSegment)));

  private static final Check DESCRIBED =
      field(
          "describedObject",
          field("kind", pathSegment("hpa.object.describedObject.kind")),
          field("name", pathSegment("hpa.object.describedObject.kind")),
          field(
              "apiVersion",
              ifNotZero(),
              rule(MetricChecks::version, "hpa.object.describedObject.apiVersion")));

  private static final Check OBJECT =
      object(
          DESCRIBED,
          IDENTIFIER,
          TARGET,
          rule(
              (source, out) ->
                  oneOfTwo(
                      "hpa.object.target.none",
                      source,
                      "value",
                      "must set either a target value or averageValue",
                      out),
              "hpa.object.target.none"));

  private static final Check EXTERNAL =
      object(
          IDENTIFIER,
          TARGET,
          rule(
              MetricChecks::externalTarget,
              "hpa.external.target.none",
              "hpa.external.target.both"));

  private static final Check PODS =
      object(
          IDENTIFIER,
          TARGET,
          field(
              "target", field("averageValue", rule(MetricChecks::podsTarget, "hpa.pods.target"))));

  private static final Check RESOURCE_TARGET =
      rule(MetricChecks::resourceTarget, "hpa.resource.target.none", "hpa.resource.target.both");

  private static final Check RESOURCE =
      object(
          field("name", required("hpa.resource.name", "must specify a resource name")),
          TARGET,
          RESOURCE_TARGET);

  private static final Check CONTAINER_RESOURCE =
      object(
          field(
              "name",
              required("hpa.containerResource.name", "must specify a resource name"),
              rule(MetricChecks::resourceOfContainers, "hpa.containerResource.name")),
          field(
              "container",
              required("hpa.containerResource.container.required", "must specify a container"),
              dnsLabel("hpa.containerResource.container")),
          TARGET,
          RESOURCE_TARGET);

  static final Check METRIC =
      object(
          field(
              "type",
              rule(MetricChecks::typeGiven, "hpa.metric.type.required"),
              oneOf(
                  "hpa.metric.type",
                  "ContainerResource",
                  "External",
                  "Object",
                  "Pods",
                  "Resource")),
          rule(MetricChecks::source, "hpa.metric.source.required", "hpa.metric.source.other"),
          rule(
              MetricChecks::firstSource,
              facts(OBJECT, EXTERNAL, PODS, RESOURCE, CONTAINER_RESOURCE)));

  private static String[] facts(Check... checks) {
    return object(checks).facts().toArray(String[]::new);
  }

  private static Check pathSegment(String fact) {
    return object(required(fact), format(fact, KeyNames::pathSegment));
  }

  private static Check positive(String fact) {
    return rule(
        (quantity, out) -> {
          if (quantity.quantity().compareTo(Quantity.ZERO) <= 0) {
            out.invalid(fact, quantity, "must be positive");
          }
        },
        fact);
  }

  private static void typeGiven(Field type, Refusals out) {
    if (type.isZero()) {
      out.required("hpa.metric.type.required", type, "must specify a metric source type");
    }
  }

  private static void source(Field metric, Refusals out) {
    String own = SOURCES.getOrDefault(metric.get("type").text(), "");
    long given = SOURCES.values().stream().filter(name -> metric.get(name).isSet()).count();
    if (given != 1) {
      for (String name : SOURCES.values()) {
        if (!name.equals(own) && metric.get(name).isSet()) {
          out.forbidden(
              "hpa.metric.source.other",
              metric.get(name),
              "must populate the given metric source only");
        }
      }
    }
    if (!own.isEmpty() && !metric.get(own).isSet()) {
      out.required("hpa.metric.source.required", metric.get(own), OWN_SOURCE);
    }
  }

  /** The server looks into the first source only. */
  private static void firstSource(Field metric, Refusals out) {
    for (String name : SOURCES.values()) {
      Field source = metric.get(name);
      if (source.isSet()) {
        content(name).look(source, out);
        return;
      }
    }
  }

  private static Check content(String source) {
    return switch (source) {
      case "object" -> OBJECT;
      case "external" -> EXTERNAL;
      case "pods" -> PODS;
      case "resource" -> RESOURCE;
      default -> CONTAINER_RESOURCE;
    };
  }

  private static void version(Field version, Refusals out) {
    String text = version.text();
    if (text.indexOf('/') != text.lastIndexOf('/')) {
      out.invalid(
          "hpa.object.describedObject.apiVersion",
          version,
          "unexpected GroupVersion string: " + text);
    }
  }

  private static void targetType(Field target, Refusals out) {
    Field type = target.get("type");
    if (type.isZero()) {
      out.required("hpa.target.type.required", type, "must specify a metric target type");
    }
    if (!type.is("Utilization") && !type.is("Value") && !type.is("AverageValue")) {
      out.invalid("hpa.target.type", type, "must be either Utilization, Value, or AverageValue");
    }
  }

  private static void oneOfTwo(
      String fact, Field source, String other, String words, Refusals out) {
    Field average = source.at("target", "averageValue");
    if (!average.isSet() && !source.at("target", other).isSet()) {
      out.required(fact, average, words);
    }
  }

  private static void externalTarget(Field source, Refusals out) {
    oneOfTwo(
        "hpa.external.target.none",
        source,
        "value",
        "must set either a target value for metric or a per-pod target",
        out);
    Field value = source.at("target", "value");
    if (value.isSet() && source.at("target", "averageValue").isSet()) {
      out.forbidden(
          "hpa.external.target.both",
          value,
          "may not set both a target value for metric and a per-pod target");
    }
  }

  private static void podsTarget(Field average, Refusals out) {
    if (!average.isSet()) {
      out.required("hpa.pods.target", average, "must specify a positive target averageValue");
    }
  }

  private static void resourceTarget(Field source, Refusals out) {
    Field utilization = source.at("target", "averageUtilization");
    Field average = source.at("target", "averageValue");
    if (!utilization.isSet() && !average.isSet()) {
      out.required(
          "hpa.resource.target.none",
          utilization,
          "must set either a target raw value or a target utilization");
    } else if (utilization.isSet() && average.isSet()) {
      out.forbidden(
          "hpa.resource.target.both",
          average,
          "may not set both a target raw value and a target utilization");
    }
  }

  /** As the name of a limit of a container. */
  private static void resourceOfContainers(Field resource, Refusals out) {
    String fact = "hpa.containerResource.name";
    String name = resource.text();
    List<String> problems = LabelNames.qualifiedName(name);
    Names.tell(fact, resource, problems, out);
    if (name.indexOf('/') < 0) {
      if (problems.isEmpty() && !ResourceNames.isStandard(name)) {
        out.invalid(fact, resource, "must be a standard resource type or fully qualified");
      }
      if (!ResourceNames.isOfContainers(name)) {
        out.invalid(fact, resource, "must be a standard resource for containers");
      }
    } else if (!ResourceNames.isNative(name) && !ResourceNames.isExtended(name)) {
      out.invalid(fact, resource, "doesn't follow extended resource name standard");
    }
  }
}
