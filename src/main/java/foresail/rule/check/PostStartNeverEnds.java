package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.Handler;
import foresail.model.Workload;
import foresail.rule.ContainerCheck;
import foresail.rule.ContainerCheck.Role;
import foresail.rule.Scope;

/** Hooks after which the pod never gets on. */
public final class PostStartNeverEnds implements ContainerCheck {
  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    container
        .postStart()
        .ifPresent(
            hook -> {
              if (hook.handler().orElse(null) instanceof Handler.Exec exec
                  && DryRun.of(exec.command(), workload, container, scope.graph())
                      instanceof DryRun.Outcome.Never) {
                scope
                    .report(
                        Place.of(hook, "exec", "command"),
                        "the postStart hook of container \"" + container.name() + "\" never ends")
                    .underline(container.keySpan("lifecycle"));
              }
            });
  }
}
