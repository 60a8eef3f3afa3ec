package foresail.rule.check;

import foresail.graph.Host;
import foresail.model.KubernetesObject;
import foresail.model.Service;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.ContainerCheck.Role;
import foresail.rule.Scope;
import java.util.List;

/** Init containers that wait for the pod that they hold back. */
public final class WaitsForItself implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof Workload workload) {
      for (PodWait wait : PodWaits.of(workload, scope)) {
        if (wait.role() == Role.INIT
            && !wait.reading().bounded()
            && wait.host() instanceof Host.OfService host) {
          look(workload, wait, host, scope);
        }
      }
    }
  }

  private static void look(Workload workload, PodWait wait, Host.OfService host, Scope scope) {
    List<KubernetesObject> found = scope.graph().find("Service", host.namespace(), host.name());
    if (found.size() != 1 || !(found.get(0) instanceof Service service)) {
      return;
    }
    boolean needsPod =
        wait.reading().port().isPresent()
            || (service.isHeadless() && !service.publishNotReadyAddresses());
    List<Workload> pods = scope.graph().backends(service);
    if (needsPod && pods.size() == 1 && pods.get(0) == workload) {
      scope
          .report(
              wait.at(),
              "init container \""
                  + wait.container().name()
                  + "\" waits for "
                  + Words.of(service)
                  + ", behind which are only the pods that it holds back")
          .underline(wait.span())
          .related(service.span("spec", "selector"), "selects the pods of " + Words.of(workload))
          .why("the pod stays in " + wait.status(workload) + " for ever");
    }
  }
}
