package foresail.validation.network;

import static foresail.validation.check.Names.dnsLabel;
import static foresail.validation.check.Names.dnsSubdomain;
import static foresail.validation.check.Names.format;
import static foresail.validation.check.Names.portName;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.nothingElse;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Shapes.since;
import static foresail.validation.check.Shapes.until;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.portNumber;
import static foresail.validation.check.Values.required;
import static foresail.validation.check.Values.requiredSet;

import foresail.notation.DnsNames;
import foresail.notation.IpAddresses;
import foresail.notation.KeyNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;
import java.util.List;

/** An Ingress (pkg/apis/networking/validation/validation.go, v1.36). */
public final class IngressChecks {
  private static final String CLASS_ANNOTATION = "kubernetes.io/ingress.class";
  private static final List<String> SEQUENCES = List.of("//", "/./", "/../", "%2f", "%2F");
  private static final List<String> SUFFIXES = List.of("/..", "/.");

  private IngressChecks() {}

  /** The server prints an empty value where a backend as a whole is wrong. */
  private static final String NO_VALUE = "\"\"";

  private static final Check SERVICE =
      object(
          ifSet(),
          field(
              "name",
              required("ingress.backend.service.name.required"),
              object(since(36), dnsLabel("ingress.backend.service.name")),
              object(until(35), format("ingress.backend.service.name", DnsNames::label1035))),
          rule(IngressChecks::onePort, "ingress.backend.port.both", "ingress.backend.port.none"),
          field(
              "port",
              (port, out) -> port.get("name").isZero() || port.get("number").isZero(),
              field("name", ifNotZero(), portName("ingress.backend.port.name")),
              field("number", ifNotZero(), portNumber("ingress.backend.port.number"))));

  private static final Check RESOURCE =
      object(
          ifSet(),
          field("apiGroup", ifSet(), dnsSubdomain("ingress.backend.resource.apiGroup")),
          field(
              "kind",
              required("ingress.backend.resource.kind"),
              format("ingress.backend.resource.kind", KeyNames::pathSegment)),
          field(
              "name",
              required("ingress.backend.resource.name"),
              format("ingress.backend.resource.name", KeyNames::pathSegment)));

  private static final Check BACKEND =
      object(
          rule(IngressChecks::oneBackend, "ingress.backend.both", "ingress.backend.none"),
          (backend, out) -> !(backend.get("service").isSet() && backend.get("resource").isSet()),
          field("service", SERVICE),
          field("resource", RESOURCE));

  private static final Check PATH =
      object(
          nothingElse(
              field(
                  "pathType",
                  requiredSet("ingress.pathType.required", "pathType must be specified"))),
          field("pathType", oneOf("ingress.pathType", "Exact", "ImplementationSpecific", "Prefix")),
          rule(
              IngressChecks::path,
              "ingress.path.absolute",
              "ingress.path.sequences",
              "ingress.path.suffix"),
          field("backend", BACKEND));

  private static final Check SPEC =
      object(
          rule(IngressChecks::somewhere, "ingress.rules-or-default"),
          field("defaultBackend", ifSet(), BACKEND),
          field(
              "rules",
              each(
                  field(
                      "host",
                      ifNotZero(),
                      rule(
                          IngressChecks::host,
                          "ingress.host.ip",
                          "ingress.host.wildcard",
                          "ingress.host")),
                  field(
                      "http",
                      ifSet(),
                      field("paths", required("ingress.paths.required"), each(PATH))))),
          field(
              "tls",
              each(
                  field(
                      "hosts",
                      each(
                          rule(
                              IngressChecks::tlsHost,
                              "ingress.tls.hosts.wildcard",
                              "ingress.tls.hosts"))),
                  field("secretName", ifNotZero(), dnsSubdomain("ingress.tls.secretName")))),
          field("ingressClassName", ifSet(), dnsSubdomain("ingress.ingressClassName")));

  public static final Check INGRESS =
      object(
          MetadataChecks.NAMESPACED,
          rule(IngressChecks::classAnnotation, "ingress.annotation-class"),
          field("spec", SPEC));

  private static void classAnnotation(Field ingress, Refusals out) {
    Field annotation = ingress.at("metadata", "annotations").entry(CLASS_ANNOTATION);
    Field name = ingress.at("spec", "ingressClassName");
    if (annotation.isSet() && name.isSet() && !annotation.is(name.text())) {
      // The server forgets the metadata in this path.
      Field printed = ingress.get("annotations").get(CLASS_ANNOTATION);
      out.invalid(
          "ingress.annotation-class",
          annotation.printedAs(printed),
          "must match `ingressClassName` when both are specified");
    }
  }

  private static void somewhere(Field spec, Refusals out) {
    if (spec.get("rules").size() == 0 && !spec.get("defaultBackend").isSet()) {
      String value = spec.get("rules").isSet() ? "[]" : "null";
      out.invalid(
          "ingress.rules-or-default",
          spec,
          value,
          "either `defaultBackend` or `rules` must be specified");
    }
  }

  private static void host(Field host, Refusals out) {
    String text = host.text();
    if (IpAddresses.parse(text).isPresent()) {
      out.invalid("ingress.host.ip", host, "must be a DNS name, not an IP address");
    }
    tell("ingress.host", host, out);
  }

  private static void tlsHost(Field host, Refusals out) {
    tell("ingress.tls.hosts", host, out);
  }

  private static void tell(String fact, Field host, Refusals out) {
    String text = host.text();
    if (text.indexOf('*') >= 0) {
      Names.tell(fact + ".wildcard", host, DnsNames.wildcardSubdomain(text), out);
    } else {
      Names.tell(fact, host, DnsNames.subdomain(text), out);
    }
  }

  private static void path(Field path, Refusals out) {
    Field text = path.get("path");
    String type = path.get("pathType").text();
    boolean strict = type.equals("Exact") || type.equals("Prefix");
    boolean lenient = type.equals("ImplementationSpecific");
    boolean absolute = text.text().startsWith("/");
    if (!absolute && (strict || (lenient && !text.isZero()))) {
      out.invalid("ingress.path.absolute", text, "must be an absolute path");
    }
    if (!strict || text.isZero()) {
      return;
    }
    for (String sequence : SEQUENCES) {
      if (text.text().contains(sequence)) {
        out.invalid("ingress.path.sequences", text, "must not contain '" + sequence + "'");
      }
    }
    for (String suffix : SUFFIXES) {
      if (text.text().endsWith(suffix)) {
        out.invalid("ingress.path.suffix", text, "cannot end with '" + suffix + "'");
      }
    }
  }

  private static void oneBackend(Field backend, Refusals out) {
    boolean service = backend.get("service").isSet();
    boolean resource = backend.get("resource").isSet();
    if (service && resource) {
      out.invalid(
          "ingress.backend.both",
          backend,
          NO_VALUE,
          "cannot set both resource and service backends");
    } else if (!service && !resource) {
      out.invalid(
          "ingress.backend.none", backend, NO_VALUE, "resource or service backend is required");
    }
  }

  private static void onePort(Field service, Refusals out) {
    Field backend = service.parent();
    boolean named = !service.at("port", "name").isZero();
    boolean numbered = !service.at("port", "number").isZero();
    if (named && numbered) {
      out.invalid(
          "ingress.backend.port.both",
          backend,
          NO_VALUE,
          "cannot set both port name & port number");
    } else if (!named && !numbered) {
      out.required("ingress.backend.port.none", backend, "port name or number is required");
    }
  }
}
