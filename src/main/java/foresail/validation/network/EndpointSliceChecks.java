package foresail.validation.network;

import static foresail.validation.check.Names.dnsLabel;
import static foresail.validation.check.Names.dnsSubdomain;
import static foresail.validation.check.Names.labelValue;
import static foresail.validation.check.Names.qualifiedName;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.nothingElse;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.maxItems;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;
import static foresail.validation.check.Values.uniqueBy;

import foresail.notation.DnsNames;
import foresail.notation.IpAddresses;
import foresail.notation.IpAddresses.Address;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An EndpointSlice (pkg/apis/discovery/validation/validation.go, v1.36). */
public final class EndpointSliceChecks {
  private static final int MOST_PORTS = 20_000;
  private static final int MOST_ENDPOINTS = 1000;
  private static final int MOST_ADDRESSES = 100;
  private static final int MOST_HINTS = 8;

  private EndpointSliceChecks() {}

  private static final Check PORTS =
      object(
          nothingElse(maxItems("endpointslice.ports.max", MOST_PORTS)),
          rule(EndpointSliceChecks::uniqueNames, "endpointslice.ports.name.duplicate"),
          each(
              field("name", ifNotZero(), dnsLabel("endpointslice.ports.name")),
              field(
                  "protocol", ifSet(), oneOf("endpointslice.ports.protocol", "SCTP", "TCP", "UDP")),
              field("appProtocol", ifSet(), qualifiedName("endpointslice.ports.appProtocol"))));

  private static final Check HINTS =
      object(
          field(
              "forZones",
              maxItems("endpointslice.hints.forZones.max", MOST_HINTS),
              uniqueBy("endpointslice.hints.forZones.duplicate", "name"),
              each(field("name", labelValue("endpointslice.hints.forZones.name")))),
          field(
              "forNodes",
              maxItems("endpointslice.hints.forNodes.max", MOST_HINTS),
              uniqueBy("endpointslice.hints.forNodes.duplicate", "name"),
              each(field("name", dnsSubdomain("endpointslice.hints.forNodes.name")))));

  private static final Check ENDPOINTS =
      object(
          nothingElse(maxItems("endpointslice.endpoints.max", MOST_ENDPOINTS)),
          each(
              field(
                  "addresses",
                  nothingElse(
                      required(
                          "endpointslice.addresses.required", "must contain at least 1 address"),
                      maxItems("endpointslice.addresses.max", MOST_ADDRESSES)),
                  rule(
                      EndpointSliceChecks::addresses,
                      "endpointslice.addresses.ipv4",
                      "endpointslice.addresses.ipv4.family",
                      "endpointslice.addresses.ipv6",
                      "endpointslice.addresses.ipv6.family",
                      "endpointslice.addresses.special",
                      "endpointslice.addresses.fqdn")),
              field("nodeName", ifSet(), dnsSubdomain("endpointslice.nodeName")),
              field("hostname", ifSet(), dnsLabel("endpointslice.hostname")),
              field("hints", ifSet(), HINTS)));

  public static final Check ENDPOINT_SLICE =
      object(
          MetadataChecks.NAMESPACED,
          field(
              "addressType",
              required("endpointslice.addressType.required"),
              oneOf("endpointslice.addressType", "FQDN", "IPv4", "IPv6")),
          field("endpoints", ENDPOINTS),
          field("ports", PORTS));

  private static void uniqueNames(Field ports, Refusals out) {
    if (ports.size() < 2) {
      return;
    }
    Map<String, Field> first = new HashMap<>();
    for (Field port : ports.items()) {
      Field name = port.get("name");
      Field earlier = first.putIfAbsent(name.text(), name);
      if (earlier != null) {
        out.duplicate("endpointslice.ports.name.duplicate", name, earlier);
      }
    }
  }

  private static void addresses(Field addresses, Refusals out) {
    String type = addresses.parent().parent().parent().get("addressType").text();
    for (Field address : addresses.items()) {
      switch (type) {
        case "IPv4" -> {
          if (Addresses.address("endpointslice.addresses.ipv4", address, out)) {
            family("endpointslice.addresses.ipv4.family", address, false, out);
            Addresses.notSpecial("endpointslice.addresses.special", address, out);
          }
        }
        case "IPv6" -> {
          if (canonical(address, out)) {
            family("endpointslice.addresses.ipv6.family", address, true, out);
            Addresses.notSpecial("endpointslice.addresses.special", address, out);
          }
        }
        case "FQDN" -> fullName(address, out);
        default -> {}
      }
    }
  }

  private static boolean canonical(Field address, Refusals out) {
    if (!Addresses.address("endpointslice.addresses.ipv6", address, out)) {
      return false;
    }
    Optional<String> canonical = IpAddresses.parse(address.text()).map(Address::canonical);
    if (canonical.isPresent() && !canonical.get().equals(address.text())) {
      out.invalid(
          "endpointslice.addresses.ipv6",
          address,
          "must be in canonical form (\"" + canonical.get() + "\")");
    }
    return true;
  }

  /** Printed without the position of the address. */
  private static void family(String fact, Field address, boolean six, Refusals out) {
    boolean isSix = IpAddresses.parse(address.text()).filter(Address::isIpv6).isPresent();
    if (isSix != six) {
      out.invalid(
          fact,
          address.printedAs(address.parent()),
          "must be an " + (six ? "IPv6" : "IPv4") + " address");
    }
  }

  private static void fullName(Field address, Refusals out) {
    String text = address.text();
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (text.isEmpty()) {
      out.required("endpointslice.addresses.fqdn", address);
      return;
    }
    List<String> problems = DnsNames.subdomain(name);
    if (!problems.isEmpty()) {
      Names.tell("endpointslice.addresses.fqdn", address, problems, out);
    } else if (name.indexOf('.') < 0) {
      out.invalid(
          "endpointslice.addresses.fqdn",
          address,
          "should be a domain with at least two segments separated by dots");
    } else {
      for (String segment : name.split("\\.")) {
        Names.tell("endpointslice.addresses.fqdn", address, segment, DnsNames.label(segment), out);
      }
    }
  }
}
