package foresail.admission.security;

import foresail.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a pod may not take of its node. */
final class HostChecks {
  private static final Set<String> SYSCTLS =
      Set.of(
          "kernel.shm_rmid_forced",
          "net.ipv4.ip_local_port_range",
          "net.ipv4.tcp_syncookies",
          "net.ipv4.ping_group_range",
          "net.ipv4.ip_unprivileged_port_start");
  private static final Set<String> SYSCTLS_SINCE_29 =
      Set.of(
          "net.ipv4.tcp_keepalive_time",
          "net.ipv4.tcp_fin_timeout",
          "net.ipv4.tcp_keepalive_intvl",
          "net.ipv4.tcp_keepalive_probes");
  private static final Set<String> SYSCTLS_SINCE_32 =
      Set.of("net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem");
  private static final List<List<String>> HANDLERS =
      List.of(
          List.of("livenessProbe"),
          List.of("readinessProbe"),
          List.of("startupProbe"),
          List.of("lifecycle", "postStart"),
          List.of("lifecycle", "preStop"));

  private HostChecks() {}

  static Optional<Violation> namespaces(PodView pod, int release) {
    var culprits = new Culprits();
    List<String> taken = new ArrayList<>();
    for (String field : List.of("hostNetwork", "hostPID", "hostIPC")) {
      if (PodView.isTrue(pod.spec(), field)) {
        culprits.addPod(pod.spec(), field);
        taken.add(field + "=true");
      }
    }
    return culprits.violation("host namespaces", String.join(", ", taken));
  }

  static Optional<Violation> paths(PodView pod, int release) {
    var culprits = new Culprits();
    List<String> names = new ArrayList<>();
    for (Node volume : PodView.items(pod.spec(), "volumes")) {
      if (PodView.value(volume, "hostPath").isPresent()) {
        names.add(PodView.name(volume));
        culprits.place(volume, "hostPath");
      }
    }
    return culprits.violation(
        "hostPath volumes", Culprits.plural("volume", names.size()) + " " + Culprits.quoted(names));
  }

  static Optional<Violation> ports(PodView pod, int release) {
    var culprits = new Culprits();
    for (Node container : pod.containers()) {
      List<Node> ports = PodView.items(container, "ports");
      boolean bad = false;
      for (int i = 0; i < ports.size(); i++) {
        String port = PodView.text(ports.get(i), "hostPort");
        boolean own = port.isEmpty() || port.equals("0");
        if (own && pod.takesNodePorts()) {
          port = PodView.text(ports.get(i), "containerPort");
        }
        if (!own || pod.takesNodePorts()) {
          culprits.addValue(port);
          culprits.place(container, "ports", Integer.toString(i), "hostPort");
          bad = true;
        }
      }
      if (bad) {
        culprits.addContainer(container, "ports");
      }
    }
    return culprits.violation(
        "hostPort",
        "%s %s %s %s"
            .formatted(
                culprits.named(),
                culprits.containers().size() == 1 ? "uses" : "use",
                Culprits.plural("hostPort", culprits.values().size()),
                String.join(", ", culprits.values())));
  }

  static Optional<Violation> probes(PodView pod, int release) {
    var culprits = new Culprits();
    var names = new TreeSet<String>();
    for (Node container : pod.containers()) {
      for (List<String> handler : HANDLERS) {
        for (String action : List.of("httpGet", "tcpSocket")) {
          List<String> path = new ArrayList<>(handler);
          path.add(action);
          path.add("host");
          String[] steps = path.toArray(String[]::new);
          String host = PodView.text(container, steps);
          if (!host.isEmpty()) {
            culprits.addValue(host);
            culprits.place(container, steps);
            names.add(PodView.name(container));
          }
        }
      }
    }
    return culprits.violation(
        "probe or lifecycle host",
        "%s %s %s %s %s"
            .formatted(
                Culprits.plural("container", names.size()),
                Culprits.quoted(List.copyOf(names)),
                names.size() == 1 ? "uses" : "use",
                Culprits.plural("probe or lifecycle host", culprits.values().size()),
                culprits.quotedValues()));
  }

  static Optional<Violation> sysctls(PodView pod, int release) {
    var culprits = new Culprits();
    List<String> forbidden = new ArrayList<>();
    List<Node> sysctls = PodView.items(pod.spec(), "securityContext", "sysctls");
    for (int i = 0; i < sysctls.size(); i++) {
      String name = PodView.name(sysctls.get(i));
      if (!isSafe(name, release)) {
        forbidden.add(name);
        culprits.addPod(pod.spec(), "securityContext", "sysctls", Integer.toString(i), "name");
      }
    }
    return culprits.violation("forbidden sysctls", String.join(", ", forbidden));
  }

  private static boolean isSafe(String name, int release) {
    return SYSCTLS.contains(name)
        || (release >= 27 && name.equals("net.ipv4.ip_local_reserved_ports"))
        || (release >= 29 && SYSCTLS_SINCE_29.contains(name))
        || (release >= 32 && SYSCTLS_SINCE_32.contains(name));
  }

  static Optional<Violation> windowsProcess(PodView pod, int release) {
    String[] field = {"securityContext", "windowsOptions", "hostProcess"};
    var culprits = new Culprits();
    if (PodView.isTrue(pod.spec(), field)) {
      culprits.addPod(pod.spec(), field);
    }
    for (Node container : pod.containers()) {
      if (PodView.isTrue(container, field)) {
        culprits.addContainer(container, field);
      }
    }
    return culprits.violation(
        "hostProcess",
        culprits.setters() + " must not set securityContext.windowsOptions.hostProcess=true");
  }
}
