package foresail.validation.network;

import static foresail.validation.check.Names.dnsLabel;
import static foresail.validation.check.Names.dnsSubdomain;
import static foresail.validation.check.Names.domainPrefixedPath;
import static foresail.validation.check.Names.format;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.maxBytes;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;

import foresail.notation.KeyNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;

/** An IngressClass (pkg/apis/networking/validation/validation.go, v1.36). */
public final class IngressClassChecks {
  private static final int MAX_CONTROLLER_BYTES = 250;

  private IngressClassChecks() {}

  private static final Check PARAMETERS =
      object(
          ifSet(),
          field("apiGroup", ifSet(), dnsSubdomain("ingressclass.parameters.apiGroup")),
          field(
              "kind",
              required("ingressclass.parameters.kind"),
              format("ingressclass.parameters.kind", KeyNames::pathSegment)),
          field(
              "name",
              required("ingressclass.parameters.name"),
              format("ingressclass.parameters.name", KeyNames::pathSegment)),
          field("scope", ifSet(), oneOf("ingressclass.parameters.scope", "Cluster", "Namespace")),
          rule(
              IngressClassChecks::namespace,
              "ingressclass.parameters.namespace.required",
              "ingressclass.parameters.namespace",
              "ingressclass.parameters.namespace.forbidden"));

  public static final Check INGRESS_CLASS =
      object(
          MetadataChecks.CLUSTER_SCOPED,
          field(
              "spec",
              field(
                  "controller",
                  required("ingressclass.controller.required"),
                  maxBytes("ingressclass.controller.length", MAX_CONTROLLER_BYTES),
                  domainPrefixedPath("ingressclass.controller")),
              field("parameters", PARAMETERS)));

  private static void namespace(Field parameters, Refusals out) {
    Field namespace = parameters.get("namespace");
    if (parameters.get("scope").is("Namespace")) {
      if (namespace.isZero()) {
        out.required(
            "ingressclass.parameters.namespace.required",
            namespace,
            "`parameters.scope` is set to 'Namespace'");
      } else {
        dnsLabel("ingressclass.parameters.namespace").look(namespace, out);
      }
    } else if (parameters.get("scope").is("Cluster") && namespace.isSet()) {
      out.forbidden(
          "ingressclass.parameters.namespace.forbidden",
          namespace,
          "`parameters.scope` is set to 'Cluster'");
    }
  }
}
