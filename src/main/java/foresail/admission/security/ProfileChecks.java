package foresail.admission.security;

import foresail.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** AppArmor, SELinux and seccomp. */
final class ProfileChecks {
  private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
  private static final String[] SECCOMP = {"securityContext", "seccompProfile", "type"};
  private static final Set<String> PROFILES = Set.of("RuntimeDefault", "Localhost");
  private static final Set<String> SELINUX_TYPES =
      Set.of("", "container_t", "container_init_t", "container_kvm_t");

  private ProfileChecks() {}

  static Optional<Violation> appArmor(PodView pod, int release) {
    Culprits culprits = profiles(pod, "securityContext", "appArmorProfile", "type");
    var annotations = new TreeSet<String>();
    pod.annotations()
        .forEach(
            (key, value) -> {
              boolean allowed =
                  value.isEmpty()
                      || value.equals("runtime/default")
                      || value.startsWith("localhost/");
              if (key.startsWith(APP_ARMOR) && !allowed) {
                annotations.add(key + "=\"" + value + "\"");
                culprits.place(pod.spec(), "containers");
              }
            });
    List<String> setters = new ArrayList<>();
    if (culprits.hasPod() || !culprits.containers().isEmpty()) {
      setters.add(culprits.setters());
    }
    if (!annotations.isEmpty()) {
      setters.add(Culprits.plural("annotation", annotations.size()));
    }
    List<String> values = new ArrayList<>(culprits.values());
    values.addAll(annotations);
    return culprits.violation(
        Culprits.plural("forbidden AppArmor profile", values.size()),
        String.join(" and ", setters)
            + " must not set AppArmor profile type to "
            + Culprits.quoted(values));
  }

  static Optional<Violation> seccompBaseline(PodView pod, int release) {
    Culprits culprits = profiles(pod, SECCOMP);
    return culprits.violation("seccompProfile", mustNotSet(culprits));
  }

  static Optional<Violation> seccompRestricted(PodView pod, int release) {
    if (release >= 25 && pod.isWindows()) {
      return Optional.empty();
    }
    Culprits culprits = profiles(pod, SECCOMP);
    if (!culprits.isEmpty()) {
      return culprits.violation("seccompProfile", mustNotSet(culprits));
    }
    var silent = new Culprits();
    if (PodView.value(pod.spec(), "securityContext", "seccompProfile").isEmpty()) {
      for (Node container : pod.containers()) {
        if (PodView.value(container, "securityContext", "seccompProfile").isEmpty()) {
          silent.addContainer(container, SECCOMP);
        }
      }
    }
    return silent.violation(
        "seccompProfile",
        "pod or "
            + silent.named()
            + " must set securityContext.seccompProfile.type to \"RuntimeDefault\" or"
            + " \"Localhost\"");
  }

  private static String mustNotSet(Culprits culprits) {
    return culprits.setters()
        + " must not set securityContext.seccompProfile.type to "
        + culprits.quotedValues();
  }

  /** Who sets a profile that is neither the default one nor a file of the node. */
  private static Culprits profiles(PodView pod, String... field) {
    var culprits = new Culprits();
    if (isBad(pod.spec(), field)) {
      culprits.addPod(pod.spec(), field);
      culprits.addValue(PodView.text(pod.spec(), field));
    }
    for (Node container : pod.containers()) {
      if (isBad(container, field)) {
        culprits.addContainer(container, field);
        culprits.addValue(PodView.text(container, field));
      }
    }
    return culprits;
  }

  private static boolean isBad(Node owner, String... field) {
    return PodView.value(owner, field[0], field[1]).isPresent()
        && !PROFILES.contains(PodView.text(owner, field));
  }

  static Optional<Violation> seLinux(PodView pod, int release) {
    var culprits = new Culprits();
    boolean user = false;
    boolean role = false;
    List<Node> owners = new ArrayList<>();
    owners.add(pod.spec());
    owners.addAll(pod.containers());
    for (Node owner : owners) {
      String type = PodView.text(owner, "securityContext", "seLinuxOptions", "type");
      boolean badType =
          !SELINUX_TYPES.contains(type) && !(release >= 31 && type.equals("container_engine_t"));
      boolean hasUser = !PodView.text(owner, "securityContext", "seLinuxOptions", "user").isEmpty();
      boolean hasRole = !PodView.text(owner, "securityContext", "seLinuxOptions", "role").isEmpty();
      user |= hasUser;
      role |= hasRole;
      if (badType) {
        culprits.addValue(type);
      }
      if (badType || hasUser || hasRole) {
        String field = badType ? "type" : hasUser ? "user" : "role";
        if (owner == pod.spec()) {
          culprits.addPod(owner, "securityContext", "seLinuxOptions", field);
        } else {
          culprits.addContainer(owner, "securityContext", "seLinuxOptions", field);
        }
      }
    }
    List<String> data = new ArrayList<>();
    if (!culprits.values().isEmpty()) {
      data.add(Culprits.plural("type", culprits.values().size()) + " " + culprits.quotedValues());
    }
    if (user) {
      data.add("user may not be set");
    }
    if (role) {
      data.add("role may not be set");
    }
    return culprits.violation(
        "seLinuxOptions",
        culprits.setters()
            + " set forbidden securityContext.seLinuxOptions: "
            + String.join("; ", data));
  }
}
