package foresail.validation.policy;

import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Shapes.since;
import static foresail.validation.check.Shapes.until;
import static foresail.validation.check.Values.required;

import foresail.notation.KeyNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoStruct;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import foresail.validation.check.Selectors;
import foresail.validation.meta.MetadataChecks;

/** Kinds Role and ClusterRole (pkg/apis/rbac/validation/validation.go, v1.36). */
public final class RoleChecks {
  private RoleChecks() {}

  private static final Check POLICY_RULE =
      object(
          field(
              "verbs", until(36), required("rbac.verbs", "verbs must contain at least one value")),
          field("verbs", since(37), required("rbac.verbs")),
          rule(
              RoleChecks::targets,
              "rbac.nonResourceURLs.namespaced",
              "rbac.nonResourceURLs.mixed",
              "rbac.apiGroups",
              "rbac.resources"));

  /** Kind Role. */
  public static final Check ROLE =
      object(MetadataChecks.namespaced(KeyNames::pathSegment), field("rules", each(POLICY_RULE)));

  /** Kind ClusterRole. */
  public static final Check CLUSTER_ROLE =
      object(
          MetadataChecks.clusterScoped(KeyNames::pathSegment),
          field("rules", each(POLICY_RULE)),
          field(
              "aggregationRule",
              ifSet(),
              field(
                  "clusterRoleSelectors",
                  required(
                      "rbac.aggregation.selectors",
                      "at least one clusterRoleSelector required if aggregationRule is non-nil"),
                  each(
                      Selectors.labelSelector("rbac.aggregation.selector"),
                      rule(RoleChecks::convertible, "rbac.aggregation.selector")))));

  private static void targets(Field policy, Refusals out) {
    Field urls = policy.get("nonResourceURLs");
    boolean resources =
        policy.get("apiGroups").size() > 0
            || policy.get("resources").size() > 0
            || policy.get("resourceNames").size() > 0;
    if (urls.size() == 0) {
      needs("rbac.apiGroups", policy.get("apiGroups"), "api group", out);
      needs("rbac.resources", policy.get("resources"), "resource", out);
      return;
    }
    if (out.kind().equals("Role")) {
      out.invalid(
          "rbac.nonResourceURLs.namespaced",
          urls,
          GoValues.text(urls),
          "namespaced rules cannot apply to non-resource URLs");
    }
    if (resources) {
      out.invalid(
          "rbac.nonResourceURLs.mixed",
          urls,
          GoValues.text(urls),
          "rules cannot apply to both regular resources and non-resource URLs");
    }
  }

  private static void needs(String fact, Field list, String what, Refusals out) {
    if (list.size() == 0) {
      out.required(fact, list, "resource rules must supply at least one " + what);
    }
  }

  private static void convertible(Field selector, Refusals out) {
    if (selector.isSet() && Selectors.read(selector).isEmpty()) {
      out.invalid(
          "rbac.aggregation.selector",
          selector,
          GoStruct.LABEL_SELECTOR.text(selector),
          "invalid label selector.");
    }
  }
}
