package foresail.validation.network;

import static foresail.validation.check.Names.dnsSubdomain;
import static foresail.validation.check.Names.format;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.required;
import static foresail.validation.check.Values.requiredSet;

import foresail.notation.Cidrs;
import foresail.notation.IpAddresses;
import foresail.notation.KeyNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoStruct;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;
import java.util.List;
import java.util.Optional;

/**
 * ServiceCIDR and IPAddress: the addresses that Services get
 * (pkg/apis/networking/validation/validation.go, v1.36).
 */
public final class ServiceRangeChecks {
  private static final int FAMILIES = 2;

  /** The internal ServiceCIDRSpec. */
  private static final GoStruct AS_IN_GO = GoStruct.of("CIDRs=cidrs");

  private ServiceRangeChecks() {}

  public static final Check SERVICE_CIDR =
      object(
          MetadataChecks.CLUSTER_SCOPED,
          field(
              "spec",
              rule(
                  ServiceRangeChecks::ranges,
                  "servicecidr.cidrs.required",
                  "servicecidr.cidrs.max",
                  "servicecidr.cidrs.family",
                  "servicecidr.cidrs")));

  public static final Check IP_ADDRESS =
      object(
          MetadataChecks.clusterScoped(IpAddresses::canonicalProblems),
          field(
              "spec",
              field(
                  "parentRef",
                  requiredSet("ipaddress.parentRef", ""),
                  field("group", ifNotZero(), dnsSubdomain("ipaddress.parentRef.group")),
                  field(
                      "resource",
                      required("ipaddress.parentRef.resource"),
                      format("ipaddress.parentRef.resource", KeyNames::pathSegment)),
                  field(
                      "name",
                      required("ipaddress.parentRef.name"),
                      format("ipaddress.parentRef.name", KeyNames::pathSegment)),
                  field(
                      "namespace",
                      ifNotZero(),
                      format("ipaddress.parentRef.namespace", KeyNames::pathSegment)))));

  private static void ranges(Field spec, Refusals out) {
    Field ranges = spec.get("cidrs");
    List<Field> all = ranges.items();
    if (all.isEmpty()) {
      out.required("servicecidr.cidrs.required", ranges, "at least one CIDR required");
    } else if (all.size() > FAMILIES) {
      out.invalid(
          "servicecidr.cidrs.max", ranges, AS_IN_GO.text(spec), "may only hold up to 2 values");
    } else if (all.size() == FAMILIES && !areOfBothFamilies(all.get(0), all.get(1))) {
      out.invalid(
          "servicecidr.cidrs.family",
          ranges,
          AS_IN_GO.text(spec),
          "may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and"
              + " 2001:db8::/64");
    } else {
      for (Field range : all) {
        Names.tell("servicecidr.cidrs", range, Cidrs.canonicalProblems(range.text()), out);
      }
    }
  }

  private static boolean areOfBothFamilies(Field one, Field other) {
    Optional<Cidrs.Range> first = Cidrs.parse(one.text());
    Optional<Cidrs.Range> second = Cidrs.parse(other.text());
    return first.isPresent()
        && second.isPresent()
        && first.get().address().isIpv6() != second.get().address().isIpv6();
  }
}
