package foresail.rule.check;

import foresail.finding.Severity;
import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.Pod;
import foresail.model.PodSpec;
import foresail.model.PodTemplateObject;
import foresail.model.RestartPolicy;
import foresail.model.Workload;
import foresail.rule.ContainerCheck;
import foresail.rule.ContainerCheck.Role;
import foresail.rule.Draft;
import foresail.rule.Scope;
import java.time.Duration;

/** Tasks that end well and are started again for ever. */
public final class RestartsAfterSuccess implements ContainerCheck {
  private static final Duration SOON = Duration.ofMinutes(10);

  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    PodSpec spec = workload.template().spec();
    boolean always =
        container
            .restartPolicy()
            .map(own -> own == RestartPolicy.ALWAYS)
            .orElse(spec.restartPolicy() == RestartPolicy.ALWAYS);
    if (role == Role.INIT
        || !always
        || workload instanceof PodTemplateObject
        || !container.restartRules().isEmpty()) {
      return;
    }
    if (DryRun.ofCommand(workload, container, scope.graph()) instanceof DryRun.Outcome.Ends end
        && end.exitCode() == 0
        && end.after().compareTo(SOON) < 0) {
      Draft draft =
          scope
              .report(
                  Place.of(container, "command"),
                  Words.of(role, container)
                      + " of "
                      + Words.of(workload)
                      + " ends well after "
                      + end.after().toSeconds()
                      + " s and is started again for ever")
              .underline(container.keySpan("command"));
      if (workload instanceof Pod && !Written.has(spec, "restartPolicy")) {
        draft.severity(Severity.WARNING);
      }
    }
  }
}
