package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.Workload;
import foresail.rule.ContainerCheck;
import foresail.rule.Scope;

/** Liveness probes that restart a container for one slow answer. */
public final class LivenessFailsOnce implements ContainerCheck {
  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    container
        .livenessProbe()
        .filter(probe -> probe.failureThreshold() == 1 && Written.has(probe, "failureThreshold"))
        .ifPresent(
            probe ->
                scope.report(
                    Place.of(probe, "failureThreshold"),
                    "one slow answer restarts container \"" + container.name() + "\""));
  }
}
