package foresail.validation.network;

import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.nothingElse;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Shapes.when;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.uniqueBy;

import foresail.notation.IpAddresses;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.List;

/**
 * The addresses of a Service, which the server allots before it validates the rest
 * (pkg/registry/core/service/storage/alloc.go, v1.36). A clusterIP counts as the first of
 * clusterIPs.
 */
final class ServiceAddressChecks {
  private ServiceAddressChecks() {}

  private static final Check FAMILIES =
      object(
          field(
              "ipFamilies",
              each(oneOf("service.ipFamilies.value", "IPv4", "IPv6")),
              uniqueBy("service.ipFamilies.duplicate", "")),
          field(
              "ipFamilyPolicy",
              ifSet(),
              oneOf(
                  "service.ipFamilyPolicy", "PreferDualStack", "RequireDualStack", "SingleStack")));

  static final Check ADDRESSES =
      when(
          spec -> !spec.get("type").is("ExternalName"),
          nothingElse(
              rule(
                  ServiceAddressChecks::first,
                  "service.clusterIPs.first",
                  "service.clusterIPs.without-clusterIP"),
              FAMILIES,
              rule(
                  ServiceAddressChecks::addresses,
                  "service.clusterIPs.none-first",
                  "service.clusterIPs.ip",
                  "service.clusterIPs.max",
                  "service.clusterIPs.dual",
                  "service.clusterIPs.family4",
                  "service.clusterIPs.family6")),
          nothingElse(
              rule(
                  ServiceAddressChecks::dualStack,
                  "service.alloc.policy.ips",
                  "service.alloc.policy.families")),
          NodePortAllocation.CHECK);

  private static void first(Field spec, Refusals out) {
    Field addresses = spec.get("clusterIPs");
    Field single = spec.get("clusterIP");
    if (addresses.size() == 0) {
      return;
    }
    if (single.isZero()) {
      out.invalid(
          "service.clusterIPs.without-clusterIP",
          addresses,
          "must be empty when `clusterIP` is not specified");
    } else if (!addresses.item(0).is(single.text())) {
      out.invalid("service.clusterIPs.first", addresses, "first value must match `clusterIP`");
    }
  }

  /** What stands in clusterIPs; a clusterIP alone is printed as the first of them. */
  private static List<Field> all(Field spec) {
    Field addresses = spec.get("clusterIPs");
    Field single = spec.get("clusterIP");
    if (addresses.size() > 0) {
      return addresses.items();
    }
    return single.isZero() ? List.of() : List.of(single.printedAs(addresses.place(0)));
  }

  private static void addresses(Field spec, Refusals out) {
    List<Field> all = all(spec);
    boolean bad = false;
    for (int i = 0; i < all.size(); i++) {
      Field address = all.get(i);
      if (i == 0 && address.is("None")) {
        if (all.size() > 1) {
          out.invalid(
              "service.clusterIPs.none-first",
              spec.get("clusterIPs"),
              "'None' must be the first and only value");
        }
        continue;
      }
      bad |= !Addresses.address("service.clusterIPs.ip", address, out);
    }
    if (bad) {
      return;
    }
    if (all.size() > 2) {
      out.invalid("service.clusterIPs.max", spec.get("clusterIPs"), "may only hold up to 2 values");
    }
    if (all.size() > 1 && all.stream().map(ServiceAddressChecks::isIpv6).distinct().count() < 2) {
      out.invalid(
          "service.clusterIPs.dual",
          spec.get("clusterIPs"),
          "may specify no more than one IP for each IP family");
    }
    if (!all.isEmpty() && !all.get(0).is("None")) {
      families(spec, all, out);
    }
  }

  private static boolean isIpv6(Field address) {
    return IpAddresses.parse(address.text()).filter(IpAddresses.Address::isIpv6).isPresent();
  }

  private static void families(Field spec, List<Field> addresses, Refusals out) {
    List<Field> families = spec.get("ipFamilies").items();
    for (int i = 0; i < families.size() && i < addresses.size(); i++) {
      boolean six = isIpv6(addresses.get(i));
      if (families.get(i).is("IPv4") && six) {
        out.invalid(
            "service.clusterIPs.family4",
            addresses.get(i),
            "expected an IPv4 value as indicated by `ipFamilies[" + i + "]`");
      } else if (families.get(i).is("IPv6") && !six) {
        out.invalid(
            "service.clusterIPs.family6",
            addresses.get(i),
            "expected an IPv6 value as indicated by `ipFamilies[" + i + "]`");
      }
    }
  }

  /** Two addresses need a policy that allows two; the default one does not. */
  private static void dualStack(Field spec, Refusals out) {
    Field policy = spec.get("ipFamilyPolicy");
    boolean headlessByHand = spec.get("clusterIP").is("None") && spec.get("selector").size() == 0;
    boolean single = policy.is("SingleStack") || (policy.isZero() && !headlessByHand);
    if (single && spec.get("clusterIPs").size() > 1) {
      out.invalid(
          "service.alloc.policy.ips",
          policy,
          "must be 'RequireDualStack' or 'PreferDualStack' when multiple cluster IPs are"
              + " specified");
    }
    if (single && spec.get("ipFamilies").size() > 1) {
      out.invalid(
          "service.alloc.policy.families",
          policy,
          "must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are"
              + " specified");
    }
  }
}
