package foresail.validation.network;

import static foresail.validation.check.Names.dnsLabel;
import static foresail.validation.check.Names.dnsSubdomain;
import static foresail.validation.check.Names.qualifiedName;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.portNumber;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;

/** Endpoints (pkg/apis/core/validation/validation.go, v1.36). */
public final class EndpointsChecks {
  private EndpointsChecks() {}

  private static final Check ADDRESSES =
      each(
          field(
              "ip", rule(EndpointsChecks::ip, "endpoints.address.ip", "endpoints.address.special")),
          field("hostname", ifNotZero(), dnsLabel("endpoints.address.hostname")),
          field("nodeName", ifSet(), dnsSubdomain("endpoints.address.nodeName")));

  private static final Check PORTS =
      object(
          rule(EndpointsChecks::portNames, "endpoints.ports.name.required"),
          each(
              field("name", ifNotZero(), dnsLabel("endpoints.ports.name")),
              field("port", portNumber("endpoints.ports.port")),
              field(
                  "protocol", ifNotZero(), oneOf("endpoints.ports.protocol", "SCTP", "TCP", "UDP")),
              field("appProtocol", ifSet(), qualifiedName("endpoints.ports.appProtocol"))));

  public static final Check ENDPOINTS =
      object(
          MetadataChecks.NAMESPACED,
          field(
              "subsets",
              each(
                  rule(EndpointsChecks::someAddress, "endpoints.addresses.required"),
                  field("addresses", ADDRESSES),
                  field("notReadyAddresses", ADDRESSES),
                  field("ports", PORTS))));

  private static void someAddress(Field subset, Refusals out) {
    if (subset.get("addresses").size() == 0 && subset.get("notReadyAddresses").size() == 0) {
      out.required(
          "endpoints.addresses.required",
          subset,
          "must specify `addresses` or `notReadyAddresses`");
    }
  }

  private static void ip(Field ip, Refusals out) {
    Addresses.address("endpoints.address.ip", ip, out);
    Addresses.notSpecial("endpoints.address.special", ip, out);
  }

  private static void portNames(Field ports, Refusals out) {
    if (ports.size() > 1) {
      for (Field port : ports.items()) {
        if (port.get("name").isZero()) {
          out.required("endpoints.ports.name.required", port.get("name"));
        }
      }
    }
  }
}
