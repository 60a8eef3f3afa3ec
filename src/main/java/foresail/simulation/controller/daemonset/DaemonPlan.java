package foresail.simulation.controller.daemonset;

import foresail.simulation.api.Pod;
import java.util.List;

/** What one sync decides: which pods go, and which nodes get one. */
record DaemonPlan(List<Pod> delete, List<String> create) {
  DaemonPlan {
    delete = List.copyOf(delete);
    create = List.copyOf(create);
  }

  boolean isEmpty() {
    return delete.isEmpty() && create.isEmpty();
  }
}
