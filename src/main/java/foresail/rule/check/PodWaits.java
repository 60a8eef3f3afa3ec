package foresail.rule.check;

import foresail.model.Workload;
import foresail.rule.Scope;
import java.util.List;

/** The waits of all containers of a workload, in the pod's order. */
record PodWaits(List<PodWait> all) {
  static List<PodWait> of(Workload workload, Scope scope) {
    return scope
        .once(PodWaits.class, () -> new PodWaits(PodWait.of(workload, scope.graph())))
        .all();
  }
}
