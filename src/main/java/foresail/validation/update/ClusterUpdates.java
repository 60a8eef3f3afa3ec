package foresail.validation.update;

import static foresail.validation.update.Demands.all;
import static foresail.validation.update.Demands.field;
import static foresail.validation.update.Demands.forbidden;
import static foresail.validation.update.Demands.immutable;
import static foresail.validation.update.Demands.onceSet;

import foresail.finding.Reason;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;

/** Kinds that describe the cluster, who may do what in it, and what it knows (v1.36). */
final class ClusterUpdates {
  /** pkg/apis/rbac/validation/validation.go: RoleBindings and ClusterRoleBindings. */
  static final ChangeCheck ROLE_BINDING = field("roleRef", immutable("cannot change roleRef"));

  /** pkg/apis/scheduling/validation/validation.go. */
  static final ChangeCheck PRIORITY_CLASS =
      all(
          field("value", forbidden("may not be changed in an update.")),
          field("preemptionPolicy", immutable()));

  /** pkg/apis/node/validation/validation.go. */
  static final ChangeCheck RUNTIME_CLASS = field("handler", immutable());

  /** pkg/apis/networking/validation/validation.go. */
  static final ChangeCheck INGRESS_CLASS = field("spec.controller", immutable());

  static final ChangeCheck IP_ADDRESS = field("spec.parentRef", immutable());
  static final ChangeCheck SERVICE_CIDR = field("spec.cidrs", ClusterUpdates::ranges);

  /** pkg/apis/discovery/validation/validation.go. */
  static final ChangeCheck ENDPOINT_SLICE = field("addressType", immutable());

  /** pkg/apis/coordination/validation/validation.go. */
  static final ChangeCheck LEASE_CANDIDATE = field("spec.leaseName", immutable());

  /** pkg/apis/certificates/validation/validation.go. */
  static final ChangeCheck CLUSTER_TRUST_BUNDLE = field("spec.signerName", immutable());

  /** ResourceClaims and their templates, and requests for certificates of pods. */
  static final ChangeCheck WHOLE_SPEC = field("spec", immutable());

  private static final String POD_CIDR =
      "node updates may not change podCIDR except from \"\" to valid";
  private static final String PROVIDER_ID =
      "node updates may not change providerID except from \"\" to valid";

  /** pkg/apis/core/validation/validation.go. */
  static final ChangeCheck NODE =
      all(
          field("spec.podCIDRs", onceSet(forbidden(POD_CIDR))),
          field("spec.providerID", onceSet(forbidden(PROVIDER_ID))));

  /**
   * apiextensions-apiserver, pkg/apis/apiextensions/validation/validation.go; the old definition is
   * taken for one that is in use.
   */
  static final ChangeCheck RESOURCE_DEFINITION =
      all(
          field("spec.scope", immutable()),
          field("spec.names.kind", immutable()),
          field("spec.group", immutable()),
          field("spec.names.plural", immutable()),
          ClusterUpdates::storedVersions);

  private ClusterUpdates() {}

  private static void ranges(Change ranges, Refusals out) {
    boolean toDualStack = ranges.was().size() == 1 && ranges.now().size() == 2;
    if (ranges.was().size() != ranges.now().size() && !toDualStack) {
      immutable().look(ranges, out);
      return;
    }
    for (int i = 0; i < ranges.was().size(); i++) {
      immutable().look(ranges.item(i), out);
    }
  }

  /** Objects are kept in the version that was the storage version; it must stay readable. */
  private static void storedVersions(Change definition, Refusals out) {
    Change versions = definition.at("spec", "versions");
    for (Field was : versions.was().items()) {
      String name = was.get("name").text();
      boolean stays = versions.now().items().stream().anyMatch(now -> now.get("name").is(name));
      if (was.get("storage").isTrue() && !stays) {
        Field printed = definition.now().at("status", "storedVersions").place(0);
        Told.add(
            Reason.INVALID,
            new Change(was, printed),
            new Change(was.get("name"), versions.now()),
            "Invalid value: \""
                + name
                + "\": missing from spec.versions; "
                + name
                + " was previously a storage version, and must remain in spec.versions until a"
                + " storage migration ensures no data remains persisted in "
                + name
                + " and removes "
                + name
                + " from status.storedVersions",
            out);
      }
    }
  }
}
