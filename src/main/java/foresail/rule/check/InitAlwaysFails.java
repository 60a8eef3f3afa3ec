package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.Workload;
import foresail.rule.ContainerCheck;
import foresail.rule.ContainerCheck.Role;
import foresail.rule.Scope;

/** Init containers that fail each time. */
public final class InitAlwaysFails implements ContainerCheck {
  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    if (role == Role.INIT
        && DryRun.ofCommand(workload, container, scope.graph()) instanceof DryRun.Outcome.Ends end
        && end.exitCode() != 0) {
      scope
          .report(
              Place.of(container, "command"),
              "init container \""
                  + container.name()
                  + "\" of "
                  + Words.of(workload)
                  + " ends with exit code "
                  + end.exitCode()
                  + ", each time")
          .underline(container.keySpan("command"));
    }
  }
}
