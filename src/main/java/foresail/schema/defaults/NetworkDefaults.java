package foresail.schema.defaults;

import java.util.List;

/** Network policies and ingress classes (pkg/apis/networking/v1/defaults.go). */
final class NetworkDefaults {
  private NetworkDefaults() {}

  static void networkPolicy(Draft policy) {
    Draft spec = policy.object("spec");
    ports(spec, "ingress");
    ports(spec, "egress");
    spec.list(
        "policyTypes", spec.isEmpty("egress") ? List.of("Ingress") : List.of("Ingress", "Egress"));
  }

  private static void ports(Draft spec, String direction) {
    for (Draft rule : spec.each(direction)) {
      for (Draft port : rule.each("ports")) {
        port.optionalText("protocol", "TCP");
      }
    }
  }

  static void ingressClass(Draft ingressClass) {
    for (Draft spec : ingressClass.each("spec")) {
      for (Draft parameters : spec.each("parameters")) {
        parameters.optionalText("scope", "Cluster");
      }
    }
  }
}
