package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.PodSpec;
import foresail.model.PodTemplateObject;
import foresail.model.RestartPolicy;
import foresail.model.Workload;
import foresail.rule.ContainerCheck;
import foresail.rule.ContainerCheck.Role;
import foresail.rule.Scope;

/** Commands that fail each time and are started again for ever. */
public final class CrashLoop implements ContainerCheck {
  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    PodSpec spec = workload.template().spec();
    RestartPolicy policy = container.restartPolicy().orElse(spec.restartPolicy());
    if (role == Role.INIT
        || policy == RestartPolicy.NEVER
        || workload instanceof PodTemplateObject
        || !container.restartRules().isEmpty()) {
      return;
    }
    if (DryRun.ofCommand(workload, container, scope.graph()) instanceof DryRun.Outcome.Ends end
        && end.exitCode() != 0) {
      scope
          .report(
              Place.of(container, "command"),
              Words.of(role, container)
                  + " of "
                  + Words.of(workload)
                  + " ends with exit code "
                  + end.exitCode()
                  + " after "
                  + end.after().toSeconds()
                  + " s, each time")
          .underline(container.keySpan("command"));
    }
  }
}
