package foresail.validation.pod;

import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.required;
import static foresail.validation.check.Values.uniqueBy;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;

/** {@code securityContext.sysctls} of a pod. */
final class SysctlChecks {
  private SysctlChecks() {}

  private static final int MAX_LENGTH = 253;

  static final Check SYSCTLS =
      object(
          each(
              field(
                  "name",
                  required("pod.securityContext.sysctls.name.required"),
                  rule(SysctlChecks::form, "pod.securityContext.sysctls.name"),
                  rule(
                      SysctlChecks::hostNamespaces,
                      "pod.securityContext.sysctls.hostNetwork",
                      "pod.securityContext.sysctls.hostIPC"))),
          uniqueBy("pod.securityContext.sysctls.duplicate", "name"));

  private static void form(Field name, Refusals out) {
    if (!isSysctl(name.text())) {
      out.invalid(
          "pod.securityContext.sysctls.name",
          name,
          "must have at most 253 characters and match regex"
              + " ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$");
    }
  }

  private static boolean isSysctl(String name) {
    if (name.length() > MAX_LENGTH) {
      return false;
    }
    boolean atStart = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      boolean separator = c == '.' || c == '/';
      boolean inside = c == '-' || c == '_';
      boolean afterPlain = i > 0 && isPlain(name.charAt(i - 1));
      if (!plain && !inside && !separator || inside && atStart || separator && !afterPlain) {
        return false;
      }
      atStart = separator;
    }
    return !name.isEmpty() && isPlain(name.charAt(name.length() - 1));
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static void hostNamespaces(Field name, Refusals out) {
    Field spec = PodSpecs.around(name);
    String dotted = normalised(name.text());
    if (spec.get("hostNetwork").isTrue() && dotted.startsWith("net.")) {
      out.invalid(
          "pod.securityContext.sysctls.hostNetwork",
          name,
          "may not be specified when 'hostNetwork' is true");
    }
    if (spec.get("hostIPC").isTrue() && isOfIpc(dotted)) {
      out.invalid(
          "pod.securityContext.sysctls.hostIPC",
          name,
          "may not be specified when 'hostIPC' is true");
    }
  }

  /** With dots between its parts: where the first separator is a slash, both change places. */
  private static String normalised(String name) {
    int slash = name.indexOf('/');
    int dot = name.indexOf('.');
    if (slash < 0 || (dot >= 0 && dot < slash)) {
      return name;
    }
    StringBuilder swapped = new StringBuilder(name);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      swapped.setCharAt(i, c == '/' ? '.' : c == '.' ? '/' : c);
    }
    return swapped.toString();
  }

  private static boolean isOfIpc(String name) {
    return switch (name) {
      case "kernel.sem",
          "kernel.shmall",
          "kernel.shmmax",
          "kernel.shmmni",
          "kernel.shm_rmid_forced",
          "kernel.msgmax",
          "kernel.msgmnb",
          "kernel.msgmni" ->
          true;
      default -> name.startsWith("fs.mqueue.");
    };
  }
}
