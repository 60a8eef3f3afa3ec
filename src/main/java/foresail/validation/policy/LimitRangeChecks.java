package foresail.validation.policy;

import static foresail.validation.check.Names.qualifiedName;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;

import foresail.notation.LabelNames;
import foresail.notation.ResourceNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Kind LimitRange (pkg/apis/core/validation/validation.go, v1.36). */
public final class LimitRangeChecks {
  private LimitRangeChecks() {}

  private static final List<String> LISTS =
      List.of("max", "min", "default", "defaultRequest", "maxLimitRequestRatio");

  /** Of pods the server looks at no defaults: there may be none. */
  private static final List<String> OF_PODS = List.of("max", "min", "maxLimitRequestRatio");

  /** Kind LimitRange. */
  public static final Check LIMIT_RANGE =
      object(
          MetadataChecks.NAMESPACED,
          field(
              "spec",
              field(
                  "limits",
                  each(
                      field(
                          "type",
                          qualifiedName("limitrange.type.qualified"),
                          rule(LimitRangeChecks::knownType, "limitrange.type")),
                      rule(
                          LimitRangeChecks::resources,
                          "limitrange.resource.container",
                          "limitrange.resource.other"),
                      rule(
                          LimitRangeChecks::ofType,
                          "limitrange.pod.default",
                          "limitrange.pod.defaultRequest",
                          "limitrange.pvc.storage"),
                      LimitOrderChecks.ORDER),
                  rule(LimitRangeChecks::uniqueTypes, "limitrange.type.duplicate"))));

  private static void knownType(Field type, Refusals out) {
    String text = type.text();
    boolean known =
        text.equals("Pod") || text.equals("Container") || text.equals("PersistentVolumeClaim");
    if (!known && text.indexOf('/') < 0 && LabelNames.qualifiedName(text).isEmpty()) {
      out.invalid("limitrange.type", type, "must be a standard limit type or fully qualified");
    }
  }

  private static void uniqueTypes(Field limits, Refusals out) {
    Map<String, Field> first = new HashMap<>();
    for (Field limit : limits.items()) {
      Field type = limit.get("type");
      Field earlier = first.putIfAbsent(type.text(), type);
      if (earlier != null) {
        out.duplicate("limitrange.type.duplicate", type, earlier);
      }
    }
  }

  private static void resources(Field limit, Refusals out) {
    boolean containers = limit.get("type").is("Pod") || limit.get("type").is("Container");
    List<String> lists = limit.get("type").is("Pod") ? OF_PODS : LISTS;
    for (String list : lists) {
      for (Field entry : limit.get(list).entries()) {
        resource(entry, containers, out);
      }
    }
  }

  private static void resource(Field entry, boolean containers, Refusals out) {
    String fact = containers ? "limitrange.resource.container" : "limitrange.resource.other";
    String name = entry.name();
    String printed = GoValues.quoted(name);
    List<String> problems = LabelNames.qualifiedName(name);
    Names.tell(fact, entry, name, problems, out);
    if (name.indexOf('/') < 0) {
      if (problems.isEmpty() && !ResourceNames.isStandard(name)) {
        out.invalid(fact, entry, printed, "must be a standard resource type or fully qualified");
      }
      if (containers && !ResourceNames.isOfContainers(name)) {
        out.invalid(fact, entry, printed, "must be a standard resource for containers");
      }
    } else if (containers && !ResourceNames.isNative(name) && !ResourceNames.isExtended(name)) {
      out.invalid(fact, entry, printed, "doesn't follow extended resource name standard");
    }
  }

  private static void ofType(Field limit, Refusals out) {
    if (limit.get("type").is("Pod")) {
      notOfPods("limitrange.pod.default", limit.get("default"), out);
      notOfPods("limitrange.pod.defaultRequest", limit.get("defaultRequest"), out);
    }
    if (limit.get("type").is("PersistentVolumeClaim")
        && !limit.get("min").entry("storage").isSet()
        && !limit.get("max").entry("storage").isSet()) {
      out.required(
          "limitrange.pvc.storage",
          limit.get("limits"),
          "either minimum or maximum storage value is required, but neither was provided");
    }
  }

  private static void notOfPods(String fact, Field list, Refusals out) {
    if (list.size() > 0) {
      out.forbidden(fact, list, "may not be specified when `type` is 'Pod'");
    }
  }
}
