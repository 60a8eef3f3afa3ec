package foresail.simulation.scheduler;

import static foresail.simulation.scheduler.ClusterChange.NODE;
import static foresail.simulation.scheduler.ClusterChange.POD_BOUND;
import static foresail.simulation.scheduler.ClusterChange.POD_GONE;
import static foresail.simulation.scheduler.ClusterChange.STORAGE;

import java.util.List;

/**
 * A part of the scheduler that turns pods away, and what may change its mind.
 *
 * <p>Source: EventsToRegister in pkg/scheduler/framework/plugins, v1.36.
 */
enum Plugin {
  NODE_UNSCHEDULABLE(NODE),
  TAINT_TOLERATION(NODE),
  NODE_AFFINITY(NODE),
  NODE_PORTS(NODE, POD_GONE),
  NODE_RESOURCES_FIT(NODE, POD_GONE),
  VOLUME_RESTRICTIONS(NODE, POD_GONE, STORAGE),
  VOLUME_BINDING(NODE, STORAGE),
  POD_TOPOLOGY_SPREAD(NODE, POD_BOUND, POD_GONE),
  INTER_POD_AFFINITY(NODE, POD_BOUND, POD_GONE);

  private final List<ClusterChange> hopes;

  Plugin(ClusterChange... hopes) {
    this.hopes = List.of(hopes);
  }

  /** Whether a pod that it turned away is worth another try after a change. */
  boolean hopesFor(ClusterChange change) {
    return hopes.contains(change);
  }
}
