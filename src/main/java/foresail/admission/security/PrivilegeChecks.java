package foresail.admission.security;

import foresail.source.Node;
import java.util.Optional;

/** As whom containers may run, and what they may become. */
final class PrivilegeChecks {
  private PrivilegeChecks() {}

  static Optional<Violation> privileged(PodView pod, int release) {
    String[] field = {"securityContext", "privileged"};
    var culprits = new Culprits();
    for (Node container : pod.containers()) {
      if (PodView.isTrue(container, field)) {
        culprits.addContainer(container, field);
      }
    }
    return culprits.violation(
        "privileged", culprits.named() + " must not set securityContext.privileged=true");
  }

  static Optional<Violation> procMount(PodView pod, int release) {
    return release >= 35 && pod.hasOwnUsers() ? Optional.empty() : unmasked(pod);
  }

  static Optional<Violation> unmasked(PodView pod) {
    String[] field = {"securityContext", "procMount"};
    var culprits = new Culprits();
    for (Node container : pod.containers()) {
      String type = PodView.text(container, field);
      if (PodView.value(container, field).isPresent() && !type.equals("Default")) {
        culprits.addContainer(container, field);
        culprits.addValue(type);
      }
    }
    return culprits.violation(
        "procMount",
        culprits.named() + " must not set securityContext.procMount to " + culprits.quotedValues());
  }

  static Optional<Violation> escalation(PodView pod, int release) {
    if (release >= 25 && pod.isWindows()) {
      return Optional.empty();
    }
    String[] field = {"securityContext", "allowPrivilegeEscalation"};
    var culprits = new Culprits();
    for (Node container : pod.containers()) {
      if (!PodView.text(container, field).equals("false")) {
        culprits.addContainer(container, field);
      }
    }
    return culprits.violation(
        "allowPrivilegeEscalation != false",
        culprits.named() + " must set securityContext.allowPrivilegeEscalation=false");
  }

  static Optional<Violation> nonRoot(PodView pod, int release) {
    if (release >= 35 && pod.hasOwnUsers()) {
      return Optional.empty();
    }
    String[] field = {"securityContext", "runAsNonRoot"};
    var refusing = new Culprits();
    var silent = new Culprits();
    String pods = PodView.text(pod.spec(), field);
    if (pods.equals("false")) {
      refusing.addPod(pod.spec(), field);
    }
    for (Node container : pod.containers()) {
      String own = PodView.text(container, field);
      if (own.equals("false")) {
        refusing.addContainer(container, field);
      } else if (own.isEmpty() && !pods.equals("true")) {
        silent.addContainer(container, field);
      }
    }
    return refusing.isEmpty()
        ? silent.violation(
            "runAsNonRoot != true",
            "pod or " + silent.named() + " must set securityContext.runAsNonRoot=true")
        : refusing.violation(
            "runAsNonRoot != true",
            refusing.setters() + " must not set securityContext.runAsNonRoot=false");
  }

  static Optional<Violation> user(PodView pod, int release) {
    if (release >= 35 && pod.hasOwnUsers()) {
      return Optional.empty();
    }
    String[] field = {"securityContext", "runAsUser"};
    var culprits = new Culprits();
    if (PodView.text(pod.spec(), field).equals("0")) {
      culprits.addPod(pod.spec(), field);
    }
    for (Node container : pod.containers()) {
      if (PodView.text(container, field).equals("0")) {
        culprits.addContainer(container, field);
      }
    }
    return culprits.violation("runAsUser=0", culprits.setters() + " must not set runAsUser=0");
  }
}
