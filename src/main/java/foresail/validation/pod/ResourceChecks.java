package foresail.validation.pod;

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
import java.math.BigDecimal;
import java.util.List;

/** Limits and requests: of containers, of a pod as a whole, and its overhead. */
public final class ResourceChecks {
  private ResourceChecks() {}

  /** A list of limits that is no container's own. */
  public static final Check LIMITS = object(names(), quantities());

  /** {@code resources} of a container. */
  static final Check RESOURCES =
      object(
          field("limits", names(), quantities()),
          field("requests", names(), quantities()),
          rule(
              ResourceChecks::requestsWithinLimits,
              "pod.resources.request-over-limit",
              "pod.resources.request-not-equal-limit",
              "pod.resources.limit-required"),
          rule(ResourceChecks::hugePagesWithOthers, "pod.resources.hugepages.need-cpu-or-memory"),
          field("claims", ResourceClaimChecks.OF_CONTAINER));

  /** What limits and requests of a pod as a whole share with those of containers. */
  static final Check OF_POD =
      object(
          field("limits", quantities()),
          field("requests", quantities()),
          rule(
              ResourceChecks::requestsWithinLimits,
              "pod.resources.request-over-limit",
              "pod.resources.request-not-equal-limit",
              "pod.resources.limit-required"),
          rule(ResourceChecks::hugePagesWithOthers, "pod.resources.hugepages.need-cpu-or-memory"),
          field("claims", ResourceClaimChecks.OF_CONTAINER));

  /** {@code overhead}: a list of limits. */
  static final Check OVERHEAD = rule(ResourceChecks::overhead, "pod.resources.overhead");

  private static Check names() {
    return rule(
        (list, out) -> {
          for (Field entry : list.entries()) {
            name(entry, out);
          }
        },
        "pod.resources.name.qualified",
        "pod.resources.name.standard",
        "pod.resources.name.container",
        "pod.resources.name.extended");
  }

  private static void name(Field entry, Refusals out) {
    String name = entry.name();
    String printed = GoValues.quoted(name);
    List<String> problems = LabelNames.qualifiedName(name);
    Names.tell("pod.resources.name.qualified", entry, name, problems, out);
    if (name.indexOf('/') < 0) {
      if (problems.isEmpty() && !ResourceNames.isStandard(name)) {
        out.invalid(
            "pod.resources.name.standard",
            entry,
            printed,
            "must be a standard resource type or fully qualified");
      }
      if (!ResourceNames.isOfContainers(name)) {
        out.invalid(
            "pod.resources.name.container",
            entry,
            printed,
            "must be a standard resource for containers");
      }
    } else if (!ResourceNames.isNative(name) && !ResourceNames.isExtended(name)) {
      out.invalid(
          "pod.resources.name.extended",
          entry,
          printed,
          "doesn't follow extended resource name standard");
    }
  }

  private static Check quantities() {
    return rule(
        (list, out) -> {
          for (Field entry : list.entries()) {
            quantity(entry, out);
          }
        },
        "pod.resources.quantity.negative",
        "pod.resources.quantity.integer",
        "pod.resources.hugepages.multiple");
  }

  private static void quantity(Field entry, Refusals out) {
    Quantity quantity = entry.quantity();
    String printed = GoValues.quoted(quantity.toString());
    if (quantity.sign() < 0) {
      out.invalid(
          "pod.resources.quantity.negative", entry, printed, "must be greater than or equal to 0");
    }
    if (ResourceNames.isInteger(entry.name()) && !quantity.isWhole()) {
      out.invalid("pod.resources.quantity.integer", entry, printed, "must be an integer");
    }
    if (ResourceNames.isHugePages(entry.name()) && !isWholePages(entry.name(), quantity)) {
      out.invalid(
          "pod.resources.hugepages.multiple",
          entry,
          printed,
          quantity + " is not positive integer multiple of " + entry.name());
    }
  }

  private static boolean isWholePages(String name, Quantity quantity) {
    Quantity page = Quantity.parse(name.substring("hugepages-".length())).orElse(Quantity.ZERO);
    if (page.sign() <= 0 || !page.isWhole()) {
      return false;
    }
    return quantity.value().remainder(page.value()).compareTo(BigDecimal.ZERO) == 0;
  }

  private static void requestsWithinLimits(Field resources, Refusals out) {
    Field limits = resources.get("limits");
    Field requests = resources.get("requests");
    for (Field request : requests.entries()) {
      String name = request.name();
      boolean overcommit = ResourceNames.isOvercommitAllowed(name);
      Field limit = limits.get(name);
      if (!limits.node().flatMap(node -> node.get(name)).isPresent()) {
        if (!overcommit) {
          out.required(
              "pod.resources.limit-required",
              limits,
              "Limit must be set for non overcommitable resources");
        }
        continue;
      }
      Quantity asked = request.quantity();
      Quantity most = limit.quantity();
      String value = GoValues.quoted(asked.toString());
      if (!overcommit && asked.compareTo(most) != 0) {
        out.invalid(
            "pod.resources.request-not-equal-limit",
            request.printedAs(requests),
            value,
            "must be equal to " + name + " limit of " + most);
      } else if (asked.compareTo(most) > 0) {
        out.invalid(
            "pod.resources.request-over-limit",
            request.printedAs(requests),
            value,
            "must be less than or equal to " + name + " limit of " + most);
      }
    }
  }

  private static void hugePagesWithOthers(Field resources, Refusals out) {
    boolean hugePages = false;
    boolean others = false;
    for (String list : List.of("limits", "requests")) {
      for (Field entry : resources.get(list).entries()) {
        hugePages |= ResourceNames.isHugePages(entry.name());
        others |= entry.name().equals("cpu") || entry.name().equals("memory");
      }
    }
    if (hugePages && !others) {
      out.forbidden(
          "pod.resources.hugepages.need-cpu-or-memory",
          resources,
          "HugePages require cpu or memory");
    }
  }

  private static void overhead(Field overhead, Refusals out) {
    Field limits = overhead.get("limits");
    for (Field entry : overhead.entries()) {
      Field printed = entry.printedAs(limits.key(entry.name()));
      name(printed, out);
      quantity(printed, out);
    }
  }
}
