package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.Workload;
import foresail.rule.ContainerCheck;
import foresail.rule.ContainerCheck.Role;
import foresail.rule.Scope;

/** Init containers after which nothing can come. */
public final class InitNeverEnds implements ContainerCheck {
  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    if (role == Role.INIT
        && DryRun.ofCommand(workload, container, scope.graph()) instanceof DryRun.Outcome.Never) {
      scope
          .report(
              Place.of(container, "command"),
              "init container \""
                  + container.name()
                  + "\" of "
                  + Words.of(workload)
                  + " never ends")
          .underline(container.keySpan("command"));
    }
  }
}
