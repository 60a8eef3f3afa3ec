package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.SecurityContext;
import foresail.model.Workload;
import foresail.rule.ContainerCheck;
import foresail.rule.Scope;

/** Containers that must not be root and are told to be. */
public final class RootAndNonRoot implements ContainerCheck {
  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    SecurityContext own = container.securityContext();
    SecurityContext pods = workload.template().spec().securityContext();
    boolean nonRoot = own.runAsNonRoot().or(pods::runAsNonRoot).orElse(false);
    long user = own.runAsUser().or(pods::runAsUser).orElse(-1L);
    if (nonRoot && user == 0) {
      SecurityContext userFrom = own.runAsUser().isPresent() ? own : pods;
      SecurityContext ruleFrom = own.runAsNonRoot().isPresent() ? own : pods;
      scope
          .report(
              Place.of(userFrom, "runAsUser"),
              Words.of(role, container) + " is to run as root and must not")
          .related(ruleFrom.span("runAsNonRoot"), "it must not be root");
    }
  }
}
