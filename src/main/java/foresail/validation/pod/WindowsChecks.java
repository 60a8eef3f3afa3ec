package foresail.validation.pod;

import static foresail.validation.check.Names.dnsSubdomain;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;

import foresail.notation.Utf8;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.List;

/** {@code windowsOptions}, and what host process containers need. */
final class WindowsChecks {
  private WindowsChecks() {}

  private static final String PREFIX = "pod.container.securityContext.windows.";
  private static final int MAX_SPEC_BYTES = 64 * 1024;
  private static final int MAX_USER = 104;
  private static final String FORBIDDEN_IN_USER = "\"/\\:;|=,+*?<>@[]";
  private static final String FORBIDDEN_IN_NETBIOS = "\\/:*?\"<>|";

  static final Check WINDOWS_OPTIONS =
      object(
          ifSet(),
          field(
              "gmsaCredentialSpecName",
              ifSet(),
              dnsSubdomain("pod.container.securityContext.windows.gmsaCredentialSpecName")),
          field(
              "gmsaCredentialSpec",
              ifSet(),
              rule(
                  WindowsChecks::credentialSpec,
                  "pod.container.securityContext.windows.gmsaCredentialSpec.empty",
                  "pod.container.securityContext.windows.gmsaCredentialSpec.size")),
          field(
              "runAsUserName",
              ifSet(),
              rule(
                  WindowsChecks::userName,
                  "pod.container.securityContext.windows.runAsUserName.empty",
                  "pod.container.securityContext.windows.runAsUserName.control",
                  "pod.container.securityContext.windows.runAsUserName.backslash",
                  "pod.container.securityContext.windows.runAsUserName.domain-length",
                  "pod.container.securityContext.windows.runAsUserName.domain-format",
                  "pod.container.securityContext.windows.runAsUserName.user-empty",
                  "pod.container.securityContext.windows.runAsUserName.user-length",
                  "pod.container.securityContext.windows.runAsUserName.user-dots",
                  "pod.container.securityContext.windows.runAsUserName.user-chars")));

  /** Of the spec as a whole. */
  static final Check HOST_PROCESS =
      rule(
          WindowsChecks::hostProcess,
          "pod.container.securityContext.windows.hostProcess.conflict",
          "pod.securityContext.hostProcess.all",
          "pod.securityContext.hostProcess.hostNetwork");

  private static void credentialSpec(Field spec, Refusals out) {
    if (spec.isZero()) {
      out.invalid(
          PREFIX + "gmsaCredentialSpec.empty",
          spec,
          "gmsaCredentialSpec cannot be an empty string");
    } else if (Utf8.length(spec.text()) > MAX_SPEC_BYTES) {
      out.invalid(
          PREFIX + "gmsaCredentialSpec.size", spec, "gmsaCredentialSpec size must be under 64 KiB");
    }
  }

  private static void userName(Field name, Refusals out) {
    String text = name.text();
    int backslash = text.indexOf('\\');
    if (text.isEmpty()) {
      refuse(name, "empty", "runAsUserName cannot be an empty string", out);
    } else if (text.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
      refuse(name, "control", "runAsUserName cannot contain control characters", out);
    } else if (backslash != text.lastIndexOf('\\')) {
      refuse(name, "backslash", "runAsUserName cannot contain more than one backslash", out);
    } else {
      if (backslash >= 0) {
        domain(name, text.substring(0, backslash), out);
      }
      user(name, text.substring(backslash + 1), out);
    }
  }

  private static void domain(Field name, String domain, Refusals out) {
    if (domain.length() >= 256) {
      refuse(
          name, "domain-length", "runAsUserName's Domain length must be under 256 characters", out);
    }
    if (!isNetBios(domain) && !isDns(domain)) {
      refuse(
          name,
          "domain-format",
          "runAsUserName's Domain doesn't match the NetBios nor the DNS format",
          out);
    }
  }

  private static boolean isNetBios(String domain) {
    return !domain.isEmpty()
        && domain.length() <= 15
        && domain.charAt(0) != '.'
        && domain.chars().noneMatch(c -> FORBIDDEN_IN_NETBIOS.indexOf(c) >= 0);
  }

  private static boolean isDns(String domain) {
    for (String label : domain.split("\\.", -1)) {
      boolean right =
          !label.isEmpty()
              && !label.startsWith("-")
              && !label.endsWith("-")
              && label
                  .chars()
                  .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '-'));
      if (!right) {
        return false;
      }
    }
    return true;
  }

  private static void user(Field name, String user, Refusals out) {
    if (user.isEmpty()) {
      refuse(name, "user-empty", "runAsUserName's User cannot be empty", out);
    } else if (user.length() > MAX_USER) {
      refuse(
          name,
          "user-length",
          "runAsUserName's User length must not be longer than 104 characters",
          out);
    }
    if (!user.isEmpty() && user.chars().allMatch(c -> c == '.' || c == ' ')) {
      refuse(name, "user-dots", "runAsUserName's User cannot contain only periods or spaces", out);
    }
    if (user.chars().anyMatch(c -> FORBIDDEN_IN_USER.indexOf(c) >= 0)) {
      refuse(
          name,
          "user-chars",
          "runAsUserName's User cannot contain the following characters: " + FORBIDDEN_IN_USER,
          out);
    }
  }

  private static void refuse(Field name, String fact, String detail, Refusals out) {
    out.invalid(PREFIX + "runAsUserName." + fact, name, detail);
  }

  private static void hostProcess(Field spec, Refusals out) {
    Field ofPod = spec.at("securityContext", "windowsOptions", "hostProcess");
    List<Field> containers = PodSpecs.containers(spec);
    int with = 0;
    for (Field container : containers) {
      Field own = container.at("securityContext", "windowsOptions", "hostProcess");
      if (ofPod.isSet() && own.isSet() && ofPod.isTrue() != own.isTrue()) {
        out.invalid(
            PREFIX + "hostProcess.conflict",
            own,
            "pod hostProcess value must be identical if both are specified, was " + ofPod.isTrue());
      }
      with += (own.isSet() ? own : ofPod).isTrue() ? 1 : 0;
    }
    if (with == 0) {
      return;
    }
    if (with < containers.size()) {
      out.invalid(
          "pod.securityContext.hostProcess.all",
          spec,
          "\"\"",
          "If pod contains any hostProcess containers then all containers must be HostProcess"
              + " containers");
    }
    if (!spec.get("hostNetwork").isTrue()) {
      out.invalid(
          "pod.securityContext.hostProcess.hostNetwork",
          spec.get("hostNetwork"),
          "false",
          "hostNetwork must be true if pod contains any hostProcess containers");
    }
  }
}
