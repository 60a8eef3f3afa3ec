package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.Probe;
import foresail.model.Workload;
import foresail.rule.ContainerCheck;
import foresail.rule.Scope;
import java.util.Optional;

/** Probes that may take longer than their period. */
public final class ProbeTimeoutExceedsPeriod implements ContainerCheck {
  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    look("livenessProbe", container.livenessProbe(), container, scope);
    look("readinessProbe", container.readinessProbe(), container, scope);
    look("startupProbe", container.startupProbe(), container, scope);
  }

  private static void look(String field, Optional<Probe> probe, Container container, Scope scope) {
    probe
        .filter(one -> one.timeoutSeconds() > one.periodSeconds() && one.periodSeconds() > 0)
        .ifPresent(
            one ->
                scope.report(
                    Place.of(one, "timeoutSeconds"),
                    "the "
                        + field
                        + " of container \""
                        + container.name()
                        + "\" may take "
                        + one.timeoutSeconds()
                        + " s, but is asked every "
                        + one.periodSeconds()
                        + " s"));
  }
}
