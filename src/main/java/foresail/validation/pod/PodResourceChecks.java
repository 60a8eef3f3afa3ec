package foresail.validation.pod;

import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Shapes.since;

import foresail.notation.LabelNames;
import foresail.notation.Quantity;
import foresail.notation.ResourceNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import java.util.List;

/** {@code resources} of a pod as a whole; behind a gate that is on since 1.34. */
final class PodResourceChecks {
  private PodResourceChecks() {}

  private static final List<String> SUPPORTED = List.of("cpu", "hugepages-", "memory");

  /** Of the spec as a whole. */
  static final Check RESOURCES =
      object(
          since(34),
          (spec, out) -> spec.get("resources").isSet(),
          rule(PodResourceChecks::notOnWindows, "pod.resources.pod.windows"),
          (spec, out) -> !PodSpecs.os(spec).equals("windows"),
          rule(
              PodResourceChecks::resources,
              "pod.resources.pod.claims",
              "pod.resources.claims.name.required",
              "pod.resources.claims.unknown",
              "pod.resources.claims.duplicate",
              "pod.resources.name.qualified",
              "pod.resources.name.standard",
              "pod.resources.pod.name",
              "pod.resources.pod.common",
              "pod.resources.quantity.negative",
              "pod.resources.quantity.integer",
              "pod.resources.hugepages.multiple",
              "pod.resources.hugepages.need-cpu-or-memory",
              "pod.resources.request-over-limit",
              "pod.resources.request-not-equal-limit",
              "pod.resources.limit-required"),
          rule(
              PodResourceChecks::aboveContainers,
              "pod.resources.pod.requests-vs-containers",
              "pod.resources.pod.hugepages-limits-vs-containers"),
          rule(PodResourceChecks::containersWithin, "pod.resources.pod.container-limit"));

  private static void notOnWindows(Field spec, Refusals out) {
    if (PodSpecs.os(spec).equals("windows")) {
      out.forbidden(
          "pod.resources.pod.windows", spec.get("resources"), "may not be set for a windows pod");
    }
  }

  private static void resources(Field spec, Refusals out) {
    Field resources = spec.get("resources");
    if (resources.get("claims").isSet()) {
      out.forbidden(
          "pod.resources.pod.claims",
          resources.get("claims"),
          "claims may not be set for Resources at pod-level");
    }
    for (String list : List.of("limits", "requests")) {
      for (Field entry : resources.get(list).entries()) {
        name(entry, out);
      }
    }
    ResourceChecks.OF_POD.look(resources, out);
  }

  private static void name(Field entry, Refusals out) {
    String name = entry.name();
    List<String> problems = LabelNames.qualifiedName(name);
    Names.tell("pod.resources.name.qualified", entry, name, problems, out);
    if (!problems.isEmpty()) {
      return;
    }
    if (name.indexOf('/') < 0 && !ResourceNames.isStandard(name)) {
      out.invalid(
          "pod.resources.name.standard",
          entry,
          GoValues.quoted(name),
          "must be a standard resource type or fully qualified");
    } else if (!name.equals("cpu") && !name.equals("memory") && !ResourceNames.isHugePages(name)) {
      out.notSupported("pod.resources.pod.name", entry, GoValues.quoted(name), SUPPORTED);
    }
  }

  private static void aboveContainers(Field spec, Refusals out) {
    for (Field request : spec.at("resources", "requests").entries()) {
      atLeast(
          "pod.resources.pod.requests-vs-containers", request, spec, "requests", "requests", out);
    }
    for (Field limit : spec.at("resources", "limits").entries()) {
      if (ResourceNames.isHugePages(limit.name())) {
        atLeast(
            "pod.resources.pod.hugepages-limits-vs-containers",
            limit,
            spec,
            "limits",
            "limits",
            out);
      }
    }
  }

  private static void atLeast(
      String fact, Field entry, Field spec, String list, String word, Refusals out) {
    Quantity all = PodResources.aggregate(spec, list, entry.name(), out.isPod());
    if (entry.quantity().compareTo(all) < 0) {
      out.invalid(
          fact,
          entry,
          GoValues.quoted(entry.quantity().toString()),
          "must be greater than or equal to aggregate container " + word + " of " + all);
    }
  }

  private static void containersWithin(Field spec, Refusals out) {
    Field resources = spec.get("resources");
    Field limits = resources.get("limits");
    for (Field container : spec.get("containers").items()) {
      for (Field limit : container.at("resources", "limits").entries()) {
        Field most = limits.get(limit.name());
        if (most.isSet() && limit.quantity().compareTo(most.quantity()) > 0) {
          Field printed =
              resources.get("containers").place(container.index()).key(limit.name()).get("limits");
          out.invalid(
              "pod.resources.pod.container-limit",
              limit.printedAs(printed),
              GoValues.quoted(limit.quantity().toString()),
              "must be less than or equal to pod limits of " + most.quantity());
        }
      }
    }
  }
}
