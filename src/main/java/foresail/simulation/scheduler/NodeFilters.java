package foresail.simulation.scheduler;

import foresail.simulation.api.Node;
import foresail.simulation.api.Pod;
import java.util.List;
import java.util.Optional;

/**
 * The checks that a node has to pass, in the scheduler's order; the first that fails tells why.
 *
 * <p>Source: pkg/scheduler/apis/config/v1/default_plugins.go and framework/plugins, v1.36.
 */
final class NodeFilters {
  private static final List<String> KEEPS_AWAY = List.of("NoSchedule", "NoExecute");
  private static final String CORDON = "node.kubernetes.io/unschedulable";

  private final ClaimCheck claims;
  private final List<Filter> filters;

  /** One check. */
  @FunctionalInterface
  private interface Filter {
    Optional<Rejection> check(Placement placement, NodeInfo node);
  }

  NodeFilters(ClaimCheck claims) {
    this.claims = claims;
    filters =
        List.of(
            NodeFilters::cordon,
            NodeFilters::taints,
            NodeFilters::affinity,
            NodeFilters::ports,
            ResourceFit::check,
            claims::restricted,
            claims::check,
            (placement, node) -> placement.spread().check(node.node()),
            (placement, node) -> placement.affinity().check(node.node()));
  }

  /** Why the node does not suit the pod; empty where it does. */
  Optional<Rejection> check(Placement placement, NodeInfo node) {
    if (node.node().suitsAll()) {
      return claims.check(placement, node);
    }
    for (Filter filter : filters) {
      Optional<Rejection> rejection = filter.check(placement, node);
      if (rejection.isPresent()) {
        return rejection;
      }
    }
    return Optional.empty();
  }

  private static Optional<Rejection> cordon(Placement placement, NodeInfo node) {
    return node.node().unschedulable() && !toleratesCordon(placement.pod())
        ? Optional.of(Rejection.incurable(Plugin.NODE_UNSCHEDULABLE, "node(s) were unschedulable"))
        : Optional.empty();
  }

  private static boolean toleratesCordon(Pod pod) {
    return pod.assigned().tolerations().stream()
        .anyMatch(toleration -> toleration.tolerates(CORDON, "", "NoSchedule"));
  }

  private static Optional<Rejection> taints(Placement placement, NodeInfo info) {
    Node node = info.node();
    return node.taints().isEmpty()
            || NodeMatch.untolerated(placement.pod(), node, KEEPS_AWAY).isEmpty()
        ? Optional.empty()
        : Optional.of(
            Rejection.incurable(Plugin.TAINT_TOLERATION, "node(s) had untolerated taint(s)"));
  }

  private static Optional<Rejection> affinity(Placement placement, NodeInfo node) {
    return NodeMatch.wanted(placement.pod(), node.node())
        ? Optional.empty()
        : Optional.of(
            Rejection.incurable(
                Plugin.NODE_AFFINITY, "node(s) didn't match Pod's node affinity/selector"));
  }

  private static Optional<Rejection> ports(Placement placement, NodeInfo node) {
    return node.portClash(placement.pod())
        ? Optional.of(
            Rejection.curable(
                Plugin.NODE_PORTS, "node(s) didn't have free ports for the requested pod ports"))
        : Optional.empty();
  }
}
