package foresail.simulation.controller.daemonset;

import foresail.simulation.api.DaemonSet;
import foresail.simulation.api.Node;
import foresail.simulation.api.Pod;
import java.util.List;

/**
 * What a DaemonSet's status says of its nodes.
 *
 * <p>Source: updateDaemonSetStatus in pkg/controller/daemon/daemon_controller.go, v1.36.
 */
final class DaemonStatuses {
  private DaemonStatuses() {}

  static DaemonSet.Status of(DaemonPods pods) {
    int current = 0;
    int misscheduled = 0;
    int ready = 0;
    int updated = 0;
    int available = 0;
    for (Node node : pods.nodes()) {
      List<Pod> here = pods.on(node.name());
      if (!pods.wanted().contains(node.name())) {
        misscheduled += here.isEmpty() ? 0 : 1;
      } else if (!here.isEmpty()) {
        Pod pod = here.get(0);
        current++;
        ready += pod.ready() ? 1 : 0;
        available += pods.available(pod) ? 1 : 0;
        updated += pods.outdated(pod) ? 0 : 1;
      }
    }
    return new DaemonSet.Status(
        pods.set().metadata().generation(),
        pods.wanted().size(),
        current,
        misscheduled,
        ready,
        updated,
        available);
  }
}
