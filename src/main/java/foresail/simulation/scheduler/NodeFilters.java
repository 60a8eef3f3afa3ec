package foresail.simulation.scheduler;

import foresail.simulation.api.Pod;
import foresail.simulation.store.ApiServer;
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
    Optional<Rejection> check(Pod pod, NodeInfo node);
  }

  NodeFilters(ApiServer api, ClusterView cluster, ClaimCheck claims) {
    this.claims = claims;
    filters =
        List.of(
            NodeFilters::cordon,
            NodeFilters::taints,
            NodeFilters::affinity,
            NodeFilters::ports,
            ResourceFit::check,
            claims::check,
            new Spread(cluster)::check,
            new PodAffinity(api, cluster)::check);
  }

  /** Why the node does not suit the pod; empty where it does. */
  Optional<Rejection> check(Pod pod, NodeInfo node) {
    if (node.node().suitsAll()) {
      return claims.check(pod, node);
    }
    for (Filter filter : filters) {
      Optional<Rejection> rejection = filter.check(pod, node);
      if (rejection.isPresent()) {
        return rejection;
      }
    }
    return Optional.empty();
  }

  private static Optional<Rejection> cordon(Pod pod, NodeInfo node) {
    boolean tolerated =
        pod.assigned().tolerations().stream()
            .anyMatch(toleration -> toleration.tolerates(CORDON, "", "NoSchedule"));
    return node.node().unschedulable() && !tolerated
        ? Optional.of(Rejection.incurable("node(s) were unschedulable"))
        : Optional.empty();
  }

  private static Optional<Rejection> taints(Pod pod, NodeInfo node) {
    return NodeMatch.untolerated(pod, node.node(), KEEPS_AWAY)
        .map(taint -> Rejection.incurable("node(s) had untolerated taint(s)"));
  }

  private static Optional<Rejection> affinity(Pod pod, NodeInfo node) {
    return NodeMatch.wanted(pod, node.node())
        ? Optional.empty()
        : Optional.of(Rejection.incurable("node(s) didn't match Pod's node affinity/selector"));
  }

  private static Optional<Rejection> ports(Pod pod, NodeInfo node) {
    return node.portClash(pod)
        ? Optional.of(
            Rejection.curable("node(s) didn't have free ports for the requested pod ports"))
        : Optional.empty();
  }
}
