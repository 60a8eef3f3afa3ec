package foresail.validation.pod;

import static foresail.validation.check.Names.dnsSubdomain;
import static foresail.validation.check.Names.qualifiedName;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.inRange;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;

import foresail.notation.DnsNames;
import foresail.notation.LabelNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import foresail.validation.check.Selectors;
import java.util.HashMap;
import java.util.Map;

/** {@code spec} of a pod or of a template of one. */
final class PodSpecChecks {
  private PodSpecChecks() {}

  static final Check SPEC =
      object(
          VolumeChecks.VOLUMES,
          field("containers", ContainerChecks.CONTAINERS),
          field("initContainers", ContainerChecks.INIT_CONTAINERS),
          field("ephemeralContainers", ContainerChecks.EPHEMERAL_CONTAINERS),
          PodResourceChecks.RESOURCES,
          field("resourceClaims", ResourceClaimChecks.OF_POD),
          field(
              "restartPolicy",
              ifNotZero(),
              oneOf("pod.spec.restartPolicy", "Always", "OnFailure", "Never")),
          field(
              "dnsPolicy",
              ifNotZero(),
              oneOf(
                  "pod.spec.dnsPolicy",
                  "ClusterFirstWithHostNet",
                  "ClusterFirst",
                  "Default",
                  "None")),
          DnsConfigChecks.DNS_CONFIG,
          field(
              "nodeSelector",
              Selectors.labels("pod.spec.nodeSelector.key", "pod.spec.nodeSelector.value")),
          field("securityContext", SecurityContextChecks.OF_POD),
          SecurityContextChecks.SHARED_NAMESPACES,
          WindowsChecks.HOST_PROCESS,
          OsChecks.OS,
          field("affinity", AffinityChecks.AFFINITY),
          field(
              "readinessGates",
              each(field("conditionType", qualifiedName("pod.spec.readinessGates")))),
          field(
              "schedulingGates",
              each(rule(PodSpecChecks::gateName, "pod.spec.schedulingGates.name")),
              rule(PodSpecChecks::uniqueGates, "pod.spec.schedulingGates.duplicate")),
          field("topologySpreadConstraints", TopologySpreadChecks.CONSTRAINTS),
          HostNamespaceChecks.HOST_USERS,
          HostNamespaceChecks.HOSTNAME,
          rule(PodSpecChecks::serviceAccount, "pod.spec.serviceAccountName"),
          field("nodeName", ifNotZero(), dnsSubdomain("pod.spec.nodeName")),
          field(
              "activeDeadlineSeconds",
              ifSet(),
              inRange("pod.spec.activeDeadlineSeconds", 1, Integer.MAX_VALUE)),
          field("tolerations", TolerationChecks.TOLERATIONS),
          field(
              "hostAliases",
              each(
                  field("ip", DnsConfigChecks.ip("pod.spec.hostAliases.ip")),
                  field("hostnames", each(dnsSubdomain("pod.spec.hostAliases.hostnames"))))),
          field("priorityClassName", ifNotZero(), dnsSubdomain("pod.spec.priorityClassName")),
          field("runtimeClassName", ifSet(), dnsSubdomain("pod.spec.runtimeClassName")),
          field(
              "preemptionPolicy",
              ifSet(),
              required("pod.spec.preemptionPolicy.required"),
              oneOf("pod.spec.preemptionPolicy", "PreemptLowerPriority", "Never")),
          field("overhead", ResourceChecks.OVERHEAD));

  private static void gateName(Field gate, Refusals out) {
    Field name = gate.get("name");
    Names.tell(
        "pod.spec.schedulingGates.name",
        name.printedAs(gate),
        LabelNames.qualifiedName(name.text()),
        out);
  }

  private static void uniqueGates(Field gates, Refusals out) {
    Map<String, Field> first = new HashMap<>();
    for (Field gate : gates.items()) {
      Field name = gate.get("name");
      Field earlier = first.putIfAbsent(name.text(), name);
      if (earlier != null) {
        out.duplicate(
            "pod.spec.schedulingGates.duplicate",
            name.printedAs(gate),
            earlier,
            GoValues.text(name));
      }
    }
  }

  /** The deprecated alias counts where the field itself is empty. */
  private static void serviceAccount(Field spec, Refusals out) {
    Field name = spec.get("serviceAccountName");
    Field alias = spec.get("serviceAccount").printedAs(name);
    Field used = name.isZero() ? alias : name;
    if (!used.isZero()) {
      Names.tell("pod.spec.serviceAccountName", used, DnsNames.subdomain(used.text()), out);
    }
  }
}
