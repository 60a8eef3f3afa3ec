package foresail.simulation.controller.daemonset;

import foresail.model.PodSpec;
import foresail.simulation.api.Node;
import foresail.simulation.api.ObjectMeta;
import foresail.simulation.api.Pod;
import foresail.simulation.scheduler.NodeMatch;
import java.util.List;

/**
 * Whether a DaemonSet wants a pod on a node. Free room, ports and readiness do not count.
 *
 * @param run whether a missing pod is made
 * @param stay whether a pod that is there may stay
 */
record NodeChoice(boolean run, boolean stay) {
  private static final String NO_SCHEDULE = "NoSchedule";
  private static final String NO_EXECUTE = "NoExecute";

  /** Source: NodeShouldRunDaemonPod in pkg/controller/daemon/daemon_controller.go, v1.36. */
  static NodeChoice of(PodSpec spec, Node node) {
    if (node.suitsAll()) {
      return new NodeChoice(true, true);
    }
    Pod pod = Pod.fresh(ObjectMeta.named("", ""), spec);
    pod = pod.withAssigned(pod.assigned().withTolerations(DaemonTolerations.of(spec)));
    boolean named = spec.nodeName().isEmpty() || spec.nodeName().equals(node.name());
    if (!named || !NodeMatch.wanted(pod, node)) {
      return new NodeChoice(false, false);
    }
    return new NodeChoice(
        NodeMatch.untolerated(pod, node, List.of(NO_SCHEDULE, NO_EXECUTE)).isEmpty(),
        NodeMatch.untolerated(pod, node, List.of(NO_EXECUTE)).isEmpty());
  }
}
