package foresail.validation.policy;

import static foresail.validation.check.Names.format;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;

import foresail.notation.DnsNames;
import foresail.notation.KeyNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;
import java.util.List;

/** Kinds RoleBinding and ClusterRoleBinding (pkg/apis/rbac/validation/validation.go, v1.36). */
public final class RoleBindingChecks {
  private RoleBindingChecks() {}

  private static final String GROUP = "rbac.authorization.k8s.io";

  private static final Check ROLE_NAME =
      object(
          field("apiGroup", oneOf("rbac.roleRef.apiGroup", GROUP)),
          field(
              "name",
              required("rbac.roleRef.name"),
              format("rbac.roleRef.name", KeyNames::pathSegment)));

  private static final Check SUBJECTS =
      field(
          "subjects",
          each(
              field("name", required("rbac.subject.name")),
              rule(
                  RoleBindingChecks::subject,
                  "rbac.subject.sa.name",
                  "rbac.subject.sa.apiGroup",
                  "rbac.subject.sa.namespace",
                  "rbac.subject.user.apiGroup",
                  "rbac.subject.kind")));

  /** Kind RoleBinding. */
  public static final Check ROLE_BINDING =
      object(
          MetadataChecks.namespaced(KeyNames::pathSegment),
          field(
              "roleRef",
              field("kind", oneOf("rbac.roleRef.kind", "Role", "ClusterRole")),
              ROLE_NAME),
          SUBJECTS);

  /** Kind ClusterRoleBinding. */
  public static final Check CLUSTER_ROLE_BINDING =
      object(
          MetadataChecks.clusterScoped(KeyNames::pathSegment),
          field(
              "roleRef",
              field("kind", oneOf("rbac.roleRef.kind.cluster", "ClusterRole")),
              ROLE_NAME),
          SUBJECTS);

  private static void subject(Field subject, Refusals out) {
    Field kind = subject.get("kind");
    switch (kind.text()) {
      case "ServiceAccount" -> serviceAccount(subject, out);
      case "User", "Group" -> {
        Field group = subject.get("apiGroup");
        if (!group.is(GROUP)) {
          out.notSupported("rbac.subject.user.apiGroup", group, List.of(GROUP));
        }
      }
      default ->
          out.notSupported("rbac.subject.kind", kind, List.of("ServiceAccount", "User", "Group"));
    }
  }

  private static void serviceAccount(Field subject, Refusals out) {
    Field name = subject.get("name");
    if (!name.isZero()) {
      Names.tell("rbac.subject.sa.name", name, DnsNames.subdomain(name.text()), out);
    }
    if (!subject.get("apiGroup").isZero()) {
      out.notSupported("rbac.subject.sa.apiGroup", subject.get("apiGroup"), List.of(""));
    }
    boolean namespaced = out.kind().equals("RoleBinding");
    if (!namespaced && subject.get("namespace").isZero()) {
      out.required("rbac.subject.sa.namespace", subject.get("namespace"));
    }
  }
}
