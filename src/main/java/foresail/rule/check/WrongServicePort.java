package foresail.rule.check;

import foresail.graph.Host;
import foresail.model.KubernetesObject;
import foresail.model.Service;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.ContainerCheck.Role;
import foresail.rule.Draft;
import foresail.rule.Scope;
import java.util.List;

/** Scripts that wait for a port which their Service does not have. */
public final class WrongServicePort implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof Workload workload) {
      for (PodWait wait : PodWaits.of(workload, scope)) {
        if (wait.host() instanceof Host.OfService host && wait.reading().port().isPresent()) {
          look(workload, wait, host, scope);
        }
      }
    }
  }

  private static void look(Workload workload, PodWait wait, Host.OfService host, Scope scope) {
    List<KubernetesObject> found = scope.graph().find("Service", host.namespace(), host.name());
    int port = wait.reading().port().orElseThrow();
    if (found.size() != 1
        || !(found.get(0) instanceof Service service)
        || service.isExternalName()
        || service.ports().isEmpty()) {
      return;
    }
    // A headless name leads to the pods themselves, whose ports need not be declared.
    boolean has =
        service.isHeadless() || service.ports().stream().anyMatch(one -> one.port() == port);
    if (!has) {
      Service.ServicePort first = service.ports().get(0);
      Draft draft =
          scope
              .report(
                  wait.at(),
                  Words.of(wait.role(), wait.container())
                      + " waits for port "
                      + port
                      + " of "
                      + Words.of(service)
                      + ", which has only "
                      + first.port())
              .underline(wait.span())
              .related(first.span("port"), "its port");
      if (wait.role() != Role.APP && !wait.reading().bounded()) {
        draft.why("nobody answers there: the pod stays in " + wait.status(workload) + " for ever");
      }
      draft.advise("ask port " + first.port());
    }
  }
}
