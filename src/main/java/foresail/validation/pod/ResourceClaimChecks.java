package foresail.validation.pod;

import static foresail.validation.check.Names.dnsLabel;
import static foresail.validation.check.Names.dnsSubdomain;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.required;
import static foresail.validation.check.Values.uniqueBy;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoStruct;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Claims of devices: {@code spec.resourceClaims}, and {@code resources.claims} of a container. */
final class ResourceClaimChecks {
  /** The internal PodResourceClaim. */
  private static final GoStruct AS_IN_GO =
      GoStruct.of("Name\"", "ResourceClaimName", "ResourceClaimTemplateName");

  private ResourceClaimChecks() {}

  /** {@code resources.claims} of a container. */
  static final Check OF_CONTAINER =
      object(
          each(field("request", ifNotZero(), dnsLabel("pod.resources.claims.request"))),
          rule(
              ResourceClaimChecks::claims,
              "pod.resources.claims.name.required",
              "pod.resources.claims.duplicate",
              "pod.resources.claims.unknown"));

  /** {@code spec.resourceClaims}. */
  static final Check OF_POD =
      object(
          each(
              field(
                  "name",
                  required("pod.spec.resourceClaims.name.required"),
                  dnsLabel("pod.spec.resourceClaims.name")),
              rule(
                  ResourceClaimChecks::oneOrigin,
                  "pod.spec.resourceClaims.both",
                  "pod.spec.resourceClaims.none"),
              field(
                  "resourceClaimName",
                  ifSet(),
                  dnsSubdomain("pod.spec.resourceClaims.resourceClaimName")),
              field(
                  "resourceClaimTemplateName",
                  ifSet(),
                  dnsSubdomain("pod.spec.resourceClaims.resourceClaimTemplateName"))),
          uniqueBy("pod.spec.resourceClaims.name.duplicate", "name"));

  private static void claims(Field claims, Refusals out) {
    if (claims.size() == 0) {
      return;
    }
    TreeSet<String> known = new TreeSet<>();
    for (Field claim : PodSpecs.around(claims).get("resourceClaims").items()) {
      known.add(claim.get("name").text());
    }
    Map<String, Field> seen = new HashMap<>();
    for (Field claim : claims.items()) {
      String name = claim.get("name").text();
      String request = claim.get("request").text();
      if (name.isEmpty()) {
        out.required("pod.resources.claims.name.required", claim);
        continue;
      }
      unique(claim, name, request, seen, out);
      if (!known.contains(name)) {
        out.notFound(
            "pod.resources.claims.unknown",
            claim,
            GoValues.quoted(name)
                + (known.isEmpty()
                    ? ": must be one of the names in pod.spec.resourceClaims which is empty"
                    : ": must be one of the names in pod.spec.resourceClaims: "
                        + String.join(", ", known)));
      }
    }
  }

  private static void unique(
      Field claim, String name, String request, Map<String, Field> seen, Refusals out) {
    String use = request.isEmpty() ? name : name + "/" + request;
    Field earlier = seen.get(use);
    if (earlier == null && !request.isEmpty()) {
      earlier = seen.get(name);
    }
    if (earlier == null && request.isEmpty()) {
      earlier = seen.get(name + "/");
    }
    if (earlier != null) {
      out.duplicate("pod.resources.claims.duplicate", claim, earlier, GoValues.quoted(use));
      return;
    }
    seen.put(use, claim);
    if (!request.isEmpty()) {
      seen.putIfAbsent(name + "/", claim); // some request of this claim is in use
    }
  }

  private static void oneOrigin(Field claim, Refusals out) {
    boolean named = claim.get("resourceClaimName").isSet();
    boolean made = claim.get("resourceClaimTemplateName").isSet();
    if (named && made) {
      out.invalid(
          "pod.spec.resourceClaims.both",
          claim,
          AS_IN_GO.text(claim),
          "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified");
    } else if (!named && !made) {
      out.invalid(
          "pod.spec.resourceClaims.none",
          claim,
          AS_IN_GO.text(claim),
          "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`");
    }
  }
}
