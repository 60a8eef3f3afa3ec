package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.Handler;
import foresail.model.Probe;
import foresail.model.Workload;
import foresail.rule.ContainerCheck;
import foresail.rule.ContainerCheck.Role;
import foresail.rule.Scope;
import java.util.Optional;

/** Probes whose answer is no from the start. */
public final class ProbeNeverSucceeds implements ContainerCheck {
  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    look("livenessProbe", container.livenessProbe(), workload, container, scope);
    look("readinessProbe", container.readinessProbe(), workload, container, scope);
    look("startupProbe", container.startupProbe(), workload, container, scope);
  }

  private static void look(
      String field, Optional<Probe> probe, Workload workload, Container container, Scope scope) {
    if (probe.flatMap(Probe::handler).orElse(null) instanceof Handler.Exec exec
        && DryRun.of(exec.command(), workload, container, scope.graph())
            instanceof DryRun.Outcome.Ends end
        && end.exitCode() != 0) {
      scope
          .report(
              Place.of(container, field),
              "the "
                  + field
                  + " of container \""
                  + container.name()
                  + "\" fails each time, with exit code "
                  + end.exitCode())
          .underline(container.keySpan(field));
    }
  }
}
