package foresail.validation.pod;

import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.required;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.List;

/** {@code spec.os}, and what a pod that names its operating system may not have. */
final class OsChecks {
  private OsChecks() {}

  private static final String NO_WINDOWS = "windows options cannot be set for a linux pod";
  private static final String NO_LINUX = "cannot be set for a windows pod";

  private static final List<String> LINUX_POD =
      List.of(
          "appArmorProfile",
          "seLinuxOptions",
          "seccompProfile",
          "fsGroup",
          "fsGroupChangePolicy",
          "sysctls",
          "runAsUser",
          "runAsGroup",
          "supplementalGroups",
          "supplementalGroupsPolicy",
          "seLinuxChangePolicy");

  private static final List<String> LINUX_CONTAINER =
      List.of(
          "appArmorProfile",
          "seLinuxOptions",
          "seccompProfile",
          "capabilities",
          "readOnlyRootFilesystem",
          "privileged",
          "allowPrivilegeEscalation",
          "procMount",
          "runAsUser",
          "runAsGroup");

  /** Of the spec as a whole. */
  static final Check OS =
      object(
          field(
              "os",
              ifSet(),
              field("name", required("pod.os.name.required")),
              rule(OsChecks::known, "pod.os.name")),
          rule(
              OsChecks::fitting,
              "pod.os.linux.pod",
              "pod.os.linux.container",
              "pod.os.windows.pod",
              "pod.os.windows.host",
              "pod.os.windows.container"));

  private static void known(Field os, Refusals out) {
    Field name = os.get("name");
    if (!name.isZero() && !name.is("linux") && !name.is("windows")) {
      out.notSupported("pod.os.name", name.printedAs(os), List.of("linux", "windows"));
    }
  }

  private static void fitting(Field spec, Refusals out) {
    switch (PodSpecs.os(spec)) {
      case "linux" -> linux(spec, out);
      case "windows" -> windows(spec, out);
      default -> {
        // Without a name, or with an unknown one, everything may be there.
      }
    }
  }

  private static void linux(Field spec, Refusals out) {
    forbid("pod.os.linux.pod", spec.at("securityContext", "windowsOptions"), NO_WINDOWS, out);
    for (Field container : PodSpecs.containers(spec)) {
      forbid(
          "pod.os.linux.container",
          container.at("securityContext", "windowsOptions"),
          NO_WINDOWS,
          out);
    }
  }

  private static void windows(Field spec, Refusals out) {
    for (String name : LINUX_POD) {
      Field option = spec.at("securityContext", name);
      if (!name.equals("sysctls") || option.size() > 0) {
        forbid("pod.os.windows.pod", option, NO_LINUX, out);
      }
    }
    forbid("pod.os.windows.host", spec.get("hostUsers"), NO_LINUX, out);
    forbid("pod.os.windows.host", spec.get("shareProcessNamespace"), NO_LINUX, out);
    for (String name : List.of("hostPID", "hostIPC")) {
      if (spec.get(name).isTrue()) {
        out.forbidden("pod.os.windows.host", spec.get(name), NO_LINUX);
      }
    }
    for (Field container : PodSpecs.containers(spec)) {
      for (String name : LINUX_CONTAINER) {
        forbid("pod.os.windows.container", container.at("securityContext", name), NO_LINUX, out);
      }
    }
  }

  private static void forbid(String fact, Field field, String detail, Refusals out) {
    if (field.isSet()) {
      out.forbidden(fact, field, detail);
    }
  }
}
