package foresail.validation.admission;

import static foresail.validation.check.Names.format;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;
import static foresail.validation.check.Values.uniqueBy;

import foresail.notation.KeyNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import foresail.validation.check.Selectors;
import java.util.HashSet;
import java.util.Set;

/**
 * To which requests a webhook or policy applies
 * (pkg/apis/admissionregistration/validation/validation.go, v1.36).
 */
final class AdmissionRuleChecks {
  private AdmissionRuleChecks() {}

  /** Operations, groups, versions, resources and scope. */
  static final Check RULE =
      object(
          field(
              "operations",
              required("admissionrule.operations.required"),
              rule(
                  (operations, out) ->
                      alone(
                          "admissionrule.operations.wildcard",
                          operations,
                          "if '*' is present, must not specify other operations",
                          out),
                  "admissionrule.operations.wildcard"),
              each(
                  oneOf("admissionrule.operations", "*", "CONNECT", "CREATE", "DELETE", "UPDATE"))),
          field(
              "apiGroups",
              required("admissionrule.apiGroups.required"),
              rule(
                  (groups, out) ->
                      alone(
                          "admissionrule.apiGroups.wildcard",
                          groups,
                          "if '*' is present, must not specify other API groups",
                          out),
                  "admissionrule.apiGroups.wildcard")),
          field(
              "apiVersions",
              required("admissionrule.apiVersions.required"),
              rule(
                  (versions, out) ->
                      alone(
                          "admissionrule.apiVersions.wildcard",
                          versions,
                          "if '*' is present, must not specify other API versions",
                          out),
                  "admissionrule.apiVersions.wildcard"),
              each(required("admissionrule.apiVersions.empty"))),
          field(
              "resources",
              required("admissionrule.resources.required"),
              rule(
                  AdmissionRuleChecks::resources,
                  "admissionrule.resources.empty",
                  "admissionrule.resources.sub-wildcard",
                  "admissionrule.resources.res-wildcard",
                  "admissionrule.resources.double-wildcard",
                  "admissionrule.resources.single-wildcard")),
          field("scope", ifSet(), oneOf("admissionrule.scope", "*", "Cluster", "Namespaced")));

  /** As {@link #RULE}, and for single objects too. */
  static final Check NAMED_RULE =
      object(
          RULE,
          field(
              "resourceNames",
              each(format("admissionrule.resourceNames", KeyNames::pathSegment)),
              uniqueBy("admissionrule.resourceNames.duplicate", "")));

  /** {@code matchConstraints} of a policy, {@code matchResources} of a binding. */
  static final Check MATCH =
      object(
          field(
              "matchPolicy",
              ifSet(),
              oneOf("vap.matchConstraints.matchPolicy", "Equivalent", "Exact")),
          field("namespaceSelector", Selectors.labelSelector("vap.matchConstraints.selectors")),
          field("objectSelector", Selectors.labelSelector("vap.matchConstraints.selectors")),
          field("resourceRules", each(NAMED_RULE)),
          field("excludeResourceRules", each(NAMED_RULE)));

  private static void alone(String fact, Field list, String words, Refusals out) {
    if (list.size() > 1 && list.items().stream().anyMatch(item -> item.is("*"))) {
      out.invalid(fact, list, words);
    }
  }

  private static void resources(Field resources, Refusals out) {
    Set<String> withAllParts = new HashSet<>();
    Set<String> partsOfAll = new HashSet<>();
    boolean everything = false;
    boolean all = false;
    boolean lastIsPlain = false;
    for (Field item : resources.items()) {
      String text = item.text();
      if (text.isEmpty()) {
        out.required("admissionrule.resources.empty", item);
        continue;
      }
      everything |= text.equals("*/*");
      all |= text.equals("*");
      int slash = text.indexOf('/');
      if (slash < 0) {
        lastIsPlain = !text.equals("*");
        continue;
      }
      String resource = text.substring(0, slash);
      String part = text.substring(slash + 1);
      if (withAllParts.contains(resource)) {
        out.invalid(
            "admissionrule.resources.sub-wildcard",
            item,
            "if '" + resource + "/*' is present, must not specify " + text);
      }
      if (partsOfAll.contains(part)) {
        out.invalid(
            "admissionrule.resources.res-wildcard",
            item,
            "if '*/" + part + "' is present, must not specify " + text);
      }
      if (part.equals("*")) {
        withAllParts.add(resource);
      }
      if (resource.equals("*")) {
        partsOfAll.add(part);
      }
    }
    if (resources.size() > 1 && everything) {
      out.invalid(
          "admissionrule.resources.double-wildcard",
          resources,
          "if '*/*' is present, must not specify other resources");
    }
    // The server remembers only what the last resource without a part was.
    if (all && lastIsPlain) {
      out.invalid(
          "admissionrule.resources.single-wildcard",
          resources,
          "if '*' is present, must not specify other resources without subresources");
    }
  }
}
