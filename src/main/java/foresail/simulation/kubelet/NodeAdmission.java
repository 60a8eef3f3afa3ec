package foresail.simulation.kubelet;

import foresail.simulation.api.Pod;
import foresail.simulation.scheduler.ClusterView;
import foresail.simulation.scheduler.NodeInfo;
import foresail.simulation.scheduler.NodeMatch;
import foresail.simulation.scheduler.ResourceFit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the kubelet takes a pod that was bound to its node. A pod that it rejects is Failed for
 * good, with the reason as its STATUS.
 *
 * <p>Source: pkg/kubelet/lifecycle/predicate.go, v1.36.
 */
final class NodeAdmission {
  /** pkg/kubelet/sysctl/safe_sysctls.go, v1.36. */
  private static final Set<String> SAFE_SYSCTLS =
      Set.of(
          "kernel.shm_rmid_forced",
          "net.ipv4.ip_local_port_range",
          "net.ipv4.ip_local_reserved_ports",
          "net.ipv4.ip_unprivileged_port_start",
          "net.ipv4.ping_group_range",
          "net.ipv4.tcp_fin_timeout",
          "net.ipv4.tcp_keepalive_intvl",
          "net.ipv4.tcp_keepalive_probes",
          "net.ipv4.tcp_keepalive_time",
          "net.ipv4.tcp_rmem",
          "net.ipv4.tcp_syncookies",
          "net.ipv4.tcp_wmem");

  private NodeAdmission() {}

  /**
   * Why a pod is not taken.
   *
   * @param reason {@code OutOfcpu}, {@code NodeAffinity} ...
   */
  record Refusal(String reason, String message) {}

  static Optional<Refusal> check(Pod pod, ClusterView cluster, String nodeName) {
    Optional<Refusal> sysctl = sysctl(pod);
    if (sysctl.isPresent()) {
      return sysctl;
    }
    Optional<NodeInfo> known = cluster.node(nodeName);
    if (known.isEmpty() || known.get().node().suitsAll()) {
      return Optional.empty();
    }
    String os = pod.metadata().labels().get("kubernetes.io/os");
    String nodeOs = known.get().node().metadata().labels().get("kubernetes.io/os");
    if (os != null && nodeOs != null && !os.equals(nodeOs)) {
      return Optional.of(
          new Refusal(
              "PodOSSelectorNodeLabelDoesNotMatch",
              "Failed to admit pod as the `kubernetes.io/os` label doesn't match node label"));
    }
    if (!pod.spec().osName().isEmpty() && !pod.spec().osName().equals("linux")) {
      return Optional.of(
          new Refusal(
              "PodOSNotSupported", "Failed to admit pod as the OS field doesn't match node OS"));
    }
    NodeInfo others = known.get().without(List.of(pod));
    return shortage(pod, others)
        .or(
            () ->
                predicate(
                    !NodeMatch.wanted(pod, others.node()),
                    "NodeAffinity",
                    "node(s) didn't match Pod's node affinity/selector"))
        .or(
            () ->
                predicate(
                    others.portClash(pod),
                    "NodePorts",
                    "node(s) didn't have free ports for the requested pod ports"))
        .or(
            () ->
                predicate(
                    NodeMatch.untolerated(pod, others.node(), List.of("NoExecute")).isPresent(),
                    "TaintToleration",
                    "node(s) had taints that the pod didn't tolerate"));
  }

  /** Unless a node is told otherwise, it allows only what affects nobody else. */
  private static Optional<Refusal> sysctl(Pod pod) {
    for (String name : pod.spec().securityContext().sysctls()) {
      if (!SAFE_SYSCTLS.contains(name.replace('/', '.'))) {
        return Optional.of(
            new Refusal("SysctlForbidden", "forbidden sysctl: \"" + name + "\" not allowlisted"));
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> predicate(boolean failed, String name, String text) {
    return failed
        ? Optional.of(new Refusal(name, "Predicate " + name + " failed: " + text))
        : Optional.empty();
  }

  private static Optional<Refusal> shortage(Pod pod, NodeInfo others) {
    for (ResourceFit.Shortage shortage : ResourceFit.shortages(pod, others)) {
      boolean unknown = others.allocatable(shortage.resource()).isEmpty();
      if (!unknown) {
        return Optional.of(
            new Refusal(
                "OutOf" + shortage.resource(),
                "Node didn't have enough resource: "
                    + shortage.resource()
                    + ", requested: "
                    + shortage.requested()
                    + ", used: "
                    + shortage.used()
                    + ", capacity: "
                    + shortage.capacity()));
      }
    }
    return Optional.empty();
  }
}
