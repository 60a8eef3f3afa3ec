package foresail.validation.pod;

import static foresail.validation.check.Names.dnsLabel;
import static foresail.validation.check.Names.dnsSubdomain;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Shapes.since;
import static foresail.validation.check.Values.maxBytes;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;

/** Whether a pod shares the node's users, and which name it gives itself. */
final class HostNamespaceChecks {
  private HostNamespaceChecks() {}

  private static final String WORDS = "when `hostUsers` is false";

  /** Of the spec as a whole; behind a gate that is on since 1.33. */
  static final Check HOST_USERS =
      object(
          since(33),
          rule(
              HostNamespaceChecks::hostUsers,
              "pod.spec.hostUsers.hostNetwork",
              "pod.spec.hostUsers.hostPID",
              "pod.spec.hostUsers.hostIPC",
              "pod.spec.hostUsers.volumeDevices"));

  /** Of the spec as a whole. The controller of a StatefulSet writes hostname and subdomain. */
  static final Check HOSTNAME =
      object(
          object(
              (spec, out) -> !out.kind().equals("StatefulSet"),
              field("hostname", ifNotZero(), dnsLabel("pod.spec.hostname")),
              field("subdomain", ifNotZero(), dnsLabel("pod.spec.subdomain"))),
          field(
              "hostnameOverride",
              since(35),
              ifSet(),
              rule(
                  HostNamespaceChecks::hostnameOverride,
                  "pod.spec.hostnameOverride.fqdn",
                  "pod.spec.hostnameOverride.hostNetwork"),
              maxBytes("pod.spec.hostnameOverride.length", 64),
              dnsSubdomain("pod.spec.hostnameOverride.format")));

  private static void hostUsers(Field spec, Refusals out) {
    Field hostUsers = spec.get("hostUsers");
    if (!hostUsers.isSet() || hostUsers.isTrue()) {
      return;
    }
    forbidTrue("pod.spec.hostUsers.hostNetwork", spec, "hostNetwork", "hostNetwork", out);
    forbidTrue("pod.spec.hostUsers.hostPID", spec, "hostPID", "HostPID", out);
    forbidTrue("pod.spec.hostUsers.hostIPC", spec, "hostIPC", "HostIPC", out);
    for (Field container : PodSpecs.containers(spec)) {
      Field devices = container.get("volumeDevices");
      if (devices.size() > 0) {
        out.forbidden("pod.spec.hostUsers.volumeDevices", devices, WORDS);
      }
    }
  }

  private static void forbidTrue(
      String fact, Field spec, String name, String printed, Refusals out) {
    if (spec.get(name).isTrue()) {
      out.forbidden(fact, spec.get(name).printedAs(spec.get(printed)), WORDS);
    }
  }

  private static void hostnameOverride(Field override, Refusals out) {
    Field spec = override.parent();
    if (spec.get("setHostnameAsFQDN").isTrue()) {
      out.forbidden(
          "pod.spec.hostnameOverride.fqdn",
          override,
          "may not be specified when setHostnameAsFQDN is true");
    }
    if (spec.get("hostNetwork").isTrue()) {
      out.forbidden(
          "pod.spec.hostnameOverride.hostNetwork",
          override,
          "may not be specified when hostNetwork is true");
    }
  }
}
