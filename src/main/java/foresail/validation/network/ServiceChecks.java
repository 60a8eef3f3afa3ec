package foresail.validation.network;

import static foresail.validation.check.Names.qualifiedName;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.fieldPrintedAs;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.nothingElse;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Shapes.since;
import static foresail.validation.check.Shapes.until;
import static foresail.validation.check.Shapes.when;
import static foresail.validation.check.Values.forbidden;
import static foresail.validation.check.Values.forbiddenSet;
import static foresail.validation.check.Values.inRange;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.portNumber;
import static foresail.validation.check.Values.required;

import foresail.notation.DnsNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import foresail.validation.check.Selectors;
import foresail.validation.meta.MetadataChecks;
import java.util.List;
import java.util.function.Predicate;

/**
 * A Service (pkg/apis/core/validation/validation.go ValidateService, v1.36). The addresses are
 * looked at first, and where they are wrong nothing else is said: {@link ServiceAddressChecks}.
 */
public final class ServiceChecks {
  private static final String ONLY_LOAD_BALANCER = "may only be used when `type` is 'LoadBalancer'";
  private static final String HINTS = "service.kubernetes.io/topology-aware-hints";
  private static final String SOURCE_RANGES =
      "service.beta.kubernetes.io/load-balancer-source-ranges";
  private static final String TOPOLOGY_MODE = "service.kubernetes.io/topology-mode";

  private static final Predicate<Field> EXTERNAL_NAME = type("ExternalName");
  private static final Predicate<Field> LOAD_BALANCER = type("LoadBalancer");

  private ServiceChecks() {}

  private static final Check NOT_FOR_EXTERNAL_NAME =
      object(
          field("clusterIPs", rule(ServiceChecks::noAddresses, "service.externalName.clusterIPs")),
          field(
              "ipFamilies",
              forbidden(
                  "service.externalName.ipFamilies", "may not be set for ExternalName services")),
          field(
              "ipFamilyPolicy",
              forbiddenSet(
                  "service.externalName.ipFamilyPolicy",
                  "may not be set for ExternalName services")),
          field(
              "externalName",
              rule(
                  ServiceChecks::externalName,
                  "service.externalName.required",
                  "service.externalName.format")));

  private static final Check SESSION_AFFINITY =
      object(
          field(
              "sessionAffinity", ifNotZero(), oneOf("service.sessionAffinity", "ClientIP", "None")),
          when(
              spec -> spec.get("sessionAffinity").is("ClientIP"),
              field(
                  "sessionAffinityConfig",
                  field(
                      "clientIP",
                      field(
                          "timeoutSeconds",
                          inRange(
                              "service.sessionAffinityConfig.timeout",
                              1,
                              86_400, // the text says less, the server takes it
                              "must be greater than 0 and less than 86400"))))));

  private static final Check BALANCING =
      object(
          when(
              LOAD_BALANCER.negate(),
              fieldPrintedAs(
                  "LoadBalancerSourceRanges",
                  "loadBalancerSourceRanges",
                  forbidden("service.sourceRanges.type", ONLY_LOAD_BALANCER)),
              field(
                  "allocateLoadBalancerNodePorts",
                  forbiddenSet("service.allocateLoadBalancerNodePorts", ONLY_LOAD_BALANCER)),
              field(
                  "loadBalancerClass",
                  forbiddenSet("service.loadBalancerClass.type", ONLY_LOAD_BALANCER))),
          fieldPrintedAs(
              "LoadBalancerSourceRanges",
              "loadBalancerSourceRanges",
              each(
                  rule(
                      (range, out) -> Addresses.range("service.sourceRanges.cidr", range, out),
                      "service.sourceRanges.cidr"))),
          when(
              LOAD_BALANCER,
              field("loadBalancerClass", ifSet(), qualifiedName("service.loadBalancerClass"))));

  private static final Check TRAFFIC =
      object(
          rule(
              ServiceChecks::externalTraffic,
              "service.externalTrafficPolicy.access",
              "service.externalTrafficPolicy"),
          rule(ServiceChecks::healthCheckPort, "service.healthCheckNodePort.use"),
          when(
              ServiceChecks::hasHealthCheckPort,
              field(
                  "healthCheckNodePort",
                  ifNotZero(),
                  portNumber("service.healthCheckNodePort.range"))),
          field(
              "internalTrafficPolicy",
              ifSet(),
              oneOf("service.internalTrafficPolicy", "Cluster", "Local")),
          field(
              "trafficDistribution",
              ifSet(),
              object(
                  since(34),
                  oneOf(
                      "service.trafficDistribution",
                      "PreferClose",
                      "PreferSameZone",
                      "PreferSameNode")),
              object(until(33), oneOf("service.trafficDistribution", "PreferClose"))));

  private static final Check SPEC =
      object(
          rule(ServiceChecks::portsRequired, "service.ports.required"),
          when(EXTERNAL_NAME, NOT_FOR_EXTERNAL_NAME),
          rule(
              ServiceChecks::headless,
              "service.headless.loadBalancer",
              "service.headless.nodePort"),
          field("ports", ServicePortChecks.PORTS),
          field("selector", Selectors.labels("service.selector", "service.selector")),
          SESSION_AFFINITY,
          field(
              "externalIPs",
              each(
                  rule(
                      ServiceChecks::externalAddress,
                      "service.externalIPs.ip",
                      "service.externalIPs.special"))),
          field(
              "type",
              required("service.type"),
              oneOf("service.type", "ClusterIP", "ExternalName", "LoadBalancer", "NodePort")),
          ServicePortChecks.NODE_PORTS,
          BALANCING,
          TRAFFIC);

  public static final Check SERVICE =
      object(
          nothingElse(field("spec", ServiceAddressChecks.ADDRESSES)),
          object(since(36), MetadataChecks.namespaced(DnsNames::label)),
          object(until(35), MetadataChecks.namespaced(DnsNames::label1035)),
          rule(ServiceChecks::topologyHints, "service.annotations.topology"),
          rule(
              ServiceChecks::sourceRangesAnnotation,
              "service.sourceRanges.annotation.type",
              "service.sourceRanges.annotation.cidr"),
          field("spec", SPEC));

  private static Predicate<Field> type(String type) {
    return spec -> spec.get("type").is(type);
  }

  private static void portsRequired(Field spec, Refusals out) {
    boolean headless = spec.get("clusterIP").is("None");
    if (spec.get("ports").size() == 0 && !headless && !EXTERNAL_NAME.test(spec)) {
      out.required("service.ports.required", spec.get("ports"));
    }
  }

  private static void headless(Field spec, Refusals out) {
    if (!spec.get("clusterIP").is("None")) {
      return;
    }
    Field address = spec.get("clusterIP").printedAs(spec.get("clusterIPs").place(0));
    if (LOAD_BALANCER.test(spec)) {
      out.invalid(
          "service.headless.loadBalancer",
          address,
          "may not be set to 'None' for LoadBalancer services");
    } else if (spec.get("type").is("NodePort")) {
      out.invalid(
          "service.headless.nodePort", address, "may not be set to 'None' for NodePort services");
    }
  }

  /** The server has put clusterIP into clusterIPs before. */
  private static void noAddresses(Field addresses, Refusals out) {
    Field single = addresses.parent().get("clusterIP");
    if (addresses.size() > 0 || !single.isZero()) {
      Field place = addresses.size() > 0 ? addresses : single.printedAs(addresses);
      out.forbidden(
          "service.externalName.clusterIPs", place, "may not be set for ExternalName services");
    }
  }

  private static void externalName(Field name, Refusals out) {
    String text = name.text();
    String host = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (host.isEmpty()) {
      out.required("service.externalName.required", name);
    } else {
      Names.tell("service.externalName.format", name, host, DnsNames.subdomain(host), out);
    }
  }

  private static void externalAddress(Field address, Refusals out) {
    if (Addresses.address("service.externalIPs.ip", address, out)) {
      Addresses.notSpecial("service.externalIPs.special", address, out);
    }
  }

  private static void externalTraffic(Field spec, Refusals out) {
    Field policy = spec.get("externalTrafficPolicy");
    if (policy.isZero()) {
      return;
    }
    boolean reachable =
        LOAD_BALANCER.test(spec)
            || spec.get("type").is("NodePort")
            || (spec.get("type").is("ClusterIP") && spec.get("externalIPs").size() > 0);
    if (!reachable) {
      out.invalid(
          "service.externalTrafficPolicy.access",
          policy,
          "may only be set for externally-accessible services");
    } else if (!policy.is("Cluster") && !policy.is("Local")) {
      out.notSupported("service.externalTrafficPolicy", policy, List.of("Cluster", "Local"));
    }
  }

  private static boolean hasHealthCheckPort(Field spec) {
    return LOAD_BALANCER.test(spec) && spec.get("externalTrafficPolicy").is("Local");
  }

  private static void healthCheckPort(Field spec, Refusals out) {
    Field port = spec.get("healthCheckNodePort");
    if (!port.isZero() && !hasHealthCheckPort(spec)) {
      out.invalid(
          "service.healthCheckNodePort.use",
          port,
          "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'");
    }
  }

  private static void topologyHints(Field service, Refusals out) {
    Field annotations = service.at("metadata", "annotations");
    Field hints = annotations.entry(HINTS);
    Field mode = annotations.entry(TOPOLOGY_MODE);
    if (hints.isSet() && mode.isSet() && !hints.is(mode.text())) {
      out.invalid(
          "service.annotations.topology",
          mode,
          "must match annotations[" + HINTS + "] when both are specified");
    }
  }

  private static void sourceRangesAnnotation(Field service, Refusals out) {
    Field spec = service.get("spec");
    Field ranges = service.at("metadata", "annotations").entry(SOURCE_RANGES);
    if (!ranges.isSet() || spec.get("loadBalancerSourceRanges").size() > 0) {
      return;
    }
    if (!LOAD_BALANCER.test(spec)) {
      out.forbidden("service.sourceRanges.annotation.type", ranges, ONLY_LOAD_BALANCER);
    }
    if (!ranges.text().isBlank()) {
      for (String range : ranges.text().trim().split(",", -1)) {
        Addresses.range("service.sourceRanges.annotation.cidr", ranges, range.trim(), out);
      }
    }
  }
}
