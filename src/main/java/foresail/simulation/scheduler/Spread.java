package foresail.simulation.scheduler;

import foresail.model.TopologySpread;
import foresail.simulation.api.Pod;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether a pod on a node would make its group too uneven.
 *
 * <p>Source: pkg/scheduler/framework/plugins/podtopologyspread/filtering.go, v1.36.
 */
final class Spread {
  private static final String REASON = "node(s) didn't match pod topology spread constraints";

  private final ClusterView cluster;

  Spread(ClusterView cluster) {
    this.cluster = cluster;
  }

  Optional<Rejection> check(Pod pod, NodeInfo node) {
    for (TopologySpread constraint : pod.spec().topologySpread()) {
      if (!constraint.whenUnsatisfiable().equals("DoNotSchedule")) {
        continue;
      }
      String domain = node.node().metadata().labels().get(constraint.topologyKey());
      if (domain == null) {
        return Optional.of(Rejection.incurable(REASON + " (missing required label)"));
      }
      if (tooUneven(pod, constraint, domain)) {
        return Optional.of(Rejection.curable(REASON));
      }
    }
    return Optional.empty();
  }

  private boolean tooUneven(Pod pod, TopologySpread constraint, String domain) {
    Map<String, Integer> counts = new TreeMap<>();
    for (NodeInfo info : cluster.nodes()) {
      String value = info.node().metadata().labels().get(constraint.topologyKey());
      if (value != null && NodeMatch.wanted(pod, info.node())) {
        counts.merge(value, count(pod, constraint, info), Integer::sum);
      }
    }
    int least = counts.values().stream().min(Integer::compare).orElse(0);
    if (constraint.minDomains().filter(domains -> counts.size() < domains).isPresent()) {
      least = 0;
    }
    int self =
        constraint.selector().filter(each -> each.matches(pod.metadata().labels())).isPresent()
            ? 1
            : 0;
    return counts.getOrDefault(domain, 0) + self - least > constraint.maxSkew();
  }

  private static int count(Pod pod, TopologySpread constraint, NodeInfo info) {
    int count = 0;
    for (Pod other : info.pods()) {
      boolean counts =
          other.namespace().equals(pod.namespace())
              && !other.deleting()
              && constraint
                  .selector()
                  .filter(each -> each.matches(other.metadata().labels()))
                  .isPresent();
      count += counts ? 1 : 0;
    }
    return count;
  }
}
