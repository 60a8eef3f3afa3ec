package foresail.validation.pod;

import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Shapes.since;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.userId;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoStruct;
import foresail.validation.check.Refusals;

/** {@code securityContext} of a container and of a pod. */
final class SecurityContextChecks {
  /** The internal SecurityContext. */
  private static final GoStruct AS_IN_GO =
      GoStruct.of(
              "Capabilities",
              "Privileged",
              "SELinuxOptions=seLinuxOptions",
              "WindowsOptions",
              "RunAsUser",
              "RunAsGroup",
              "RunAsNonRoot",
              "ReadOnlyRootFilesystem",
              "AllowPrivilegeEscalation",
              "ProcMount",
              "SeccompProfile",
              "AppArmorProfile")
          .with("Capabilities", GoStruct.of("Add", "Drop"))
          .with("SELinuxOptions", GoStruct.of("User\"", "Role\"", "Type\"", "Level\""))
          .with(
              "WindowsOptions",
              GoStruct.of(
                  "GMSACredentialSpecName=gmsaCredentialSpecName",
                  "GMSACredentialSpec=gmsaCredentialSpec",
                  "RunAsUserName",
                  "HostProcess"))
          .with("SeccompProfile", ProfileChecks.AS_IN_GO)
          .with("AppArmorProfile", ProfileChecks.AS_IN_GO);

  private SecurityContextChecks() {}

  static final Check OF_CONTAINER =
      object(
          ifSet(),
          field("runAsUser", ifSet(), userId("pod.container.securityContext.runAsUser")),
          field("runAsGroup", ifSet(), userId("pod.container.securityContext.runAsGroup")),
          field(
              "procMount",
              since(33), // dropped unseen before
              ifSet(),
              oneOf("pod.container.securityContext.procMount.value", "Default", "Unmasked"),
              rule(
                  SecurityContextChecks::unmasked,
                  "pod.container.securityContext.procMount.hostUsers")),
          field("seccompProfile", ProfileChecks.SECCOMP),
          field("appArmorProfile", ProfileChecks.APP_ARMOR),
          rule(
              SecurityContextChecks::escalation,
              "pod.container.securityContext.escalation-privileged",
              "pod.container.securityContext.escalation-sysadmin"),
          field("windowsOptions", WindowsChecks.WINDOWS_OPTIONS));

  static final Check OF_POD =
      object(
          ifSet(),
          field("fsGroup", ifSet(), userId("pod.securityContext.fsGroup")),
          field("runAsUser", ifSet(), userId("pod.securityContext.runAsUser")),
          field("runAsGroup", ifSet(), userId("pod.securityContext.runAsGroup")),
          field("supplementalGroups", each(userId("pod.securityContext.supplementalGroups"))),
          field("sysctls", SysctlChecks.SYSCTLS),
          field(
              "fsGroupChangePolicy",
              ifSet(),
              oneOf("pod.securityContext.fsGroupChangePolicy", "Always", "OnRootMismatch")),
          field("seccompProfile", ProfileChecks.SECCOMP),
          field("appArmorProfile", ProfileChecks.APP_ARMOR),
          field("windowsOptions", WindowsChecks.WINDOWS_OPTIONS),
          field(
              "supplementalGroupsPolicy",
              ifNotZero(),
              oneOf("pod.securityContext.supplementalGroupsPolicy", "Merge", "Strict")),
          field(
              "seLinuxChangePolicy",
              ifSet(),
              oneOf("pod.securityContext.seLinuxChangePolicy", "Recursive")));

  /** Of the spec as a whole: up to 1.36 printed below securityContext, where it is not. */
  static final Check SHARED_NAMESPACES =
      rule(
          SecurityContextChecks::sharedNamespaces,
          "pod.securityContext.shareProcessNamespace-hostPID");

  private static void sharedNamespaces(Field spec, Refusals out) {
    Field shared = spec.get("shareProcessNamespace");
    if (shared.isTrue() && spec.get("hostPID").isTrue()) {
      boolean right = out.release() >= 37;
      out.invalid(
          "pod.securityContext.shareProcessNamespace-hostPID",
          right ? shared : shared.printedAs(spec.at("securityContext", "shareProcessNamespace")),
          "ShareProcessNamespace and HostPID cannot both be enabled");
    }
  }

  private static void unmasked(Field procMount, Refusals out) {
    Field hostUsers = PodSpecs.around(procMount).get("hostUsers");
    boolean separate = hostUsers.isSet() && !hostUsers.isTrue();
    if (procMount.is("Unmasked") && !separate) {
      out.invalid(
          "pod.container.securityContext.procMount.hostUsers",
          procMount,
          "`hostUsers` must be false to use `Unmasked`");
    }
  }

  private static void escalation(Field context, Refusals out) {
    Field escalation = context.get("allowPrivilegeEscalation");
    if (!escalation.isSet() || escalation.isTrue()) {
      return;
    }
    if (context.get("privileged").isTrue()) {
      out.invalid(
          "pod.container.securityContext.escalation-privileged",
          context,
          AS_IN_GO.text(context),
          "cannot set `allowPrivilegeEscalation` to false and `privileged` to true");
    }
    for (Field capability : context.at("capabilities", "add").items()) {
      if (capability.is("CAP_SYS_ADMIN")) {
        out.invalid(
            "pod.container.securityContext.escalation-sysadmin",
            capability.printedAs(context),
            AS_IN_GO.text(context),
            "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN");
      }
    }
  }
}
