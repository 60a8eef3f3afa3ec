package foresail.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.finding.Refusal;
import foresail.schema.Decoded;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.source.Manifest;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the server says of ServiceCIDRs and IPAddresses. */
final class ServiceRangeTest {
  private static List<String> told(String kind, String name, String spec) {
    String yaml =
        "{apiVersion: networking.k8s.io/v1, kind: %s, metadata: {name: \"%s\"}, spec: %s}"
            .formatted(kind, name, spec);
    Manifest manifest =
        new SourceReader(ReadOptions.standard()).readText("ranges.yaml", yaml).manifests().get(0);
    Decoded decoded = Schema.of(Release.DEFAULT).decode(manifest);
    assertEquals(List.of(), decoded.refusals());
    Manifest defaulted = new Manifest(manifest.id(), 0, decoded.root(), manifest.comments());
    return Validation.refusals(defaulted, Release.DEFAULT).stream()
        .map(ServiceRangeTest::line)
        .toList();
  }

  private static String line(Refusal refusal) {
    return refusal.fact() + " " + refusal.path() + ": " + refusal.message();
  }

  private static void ranges(String cidrs, String... expected) {
    assertEquals(List.of(expected), told("ServiceCIDR", "more", "{cidrs: " + cidrs + "}"));
  }

  @Test
  void oneRangeOfEachFamilyInItsCanonicalForm() {
    ranges("[10.96.0.0/16]");
    ranges("[10.96.0.0/16, \"2001:db8::/112\"]");
    ranges(
        "[]", "servicecidr.cidrs.required spec.cidrs: Required value: at least one CIDR required");
    ranges(
        "[a, b, c]",
        "servicecidr.cidrs.max spec.cidrs: Invalid value: {\"CIDRs\":[\"a\",\"b\",\"c\"]}: may only"
            + " hold up to 2 values");
    ranges(
        "[10.0.0.0/16, 10.1.0.0/16]",
        "servicecidr.cidrs.family spec.cidrs: Invalid value:"
            + " {\"CIDRs\":[\"10.0.0.0/16\",\"10.1.0.0/16\"]}: may specify no more than one IP for"
            + " each IP family, i.e 192.168.0.0/24 and 2001:db8::/64");
    ranges(
        "[10.0.0.1/16]",
        "servicecidr.cidrs spec.cidrs[0]: Invalid value: \"10.0.0.1/16\": must not have bits set"
            + " beyond the prefix length");
    ranges(
        "[\"2001:DB8::/64\"]",
        "servicecidr.cidrs spec.cidrs[0]: Invalid value: \"2001:DB8::/64\": must be in canonical"
            + " form (\"2001:db8::/64\")");
  }

  @Test
  void addressesNameTheirParent() {
    String parent = "{parentRef: {resource: services, name: web, namespace: shop}}";
    assertEquals(List.of(), told("IPAddress", "10.96.0.7", parent));
    assertEquals(
        List.of(
            "metadata.name.format metadata.name: Invalid value: \"2001:DB8::1\": must be in"
                + " canonical form (\"2001:db8::1\")"),
        told("IPAddress", "2001:DB8::1", parent));
    assertEquals(
        List.of("ipaddress.parentRef spec.parentRef: Required value"),
        told("IPAddress", "10.96.0.7", "{}"));
    assertEquals(
        List.of(
            "ipaddress.parentRef.group spec.parentRef.group: Invalid value: \"A\": a lowercase RFC"
                + " 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.',"
                + " and must start and end with an alphanumeric character (e.g. 'example.com',"
                + " regex used for validation is"
                + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
            "ipaddress.parentRef.resource spec.parentRef.resource: Required value",
            "ipaddress.parentRef.name spec.parentRef.name: Invalid value: \"a/b\": may not contain"
                + " '/'",
            "ipaddress.parentRef.namespace spec.parentRef.namespace: Invalid value: \"..\": may not"
                + " be '..'"),
        told("IPAddress", "10.96.0.7", "{parentRef: {group: A, name: a/b, namespace: ..}}"));
  }
}
