package foresail.rule.check;

import foresail.graph.Host;
import foresail.graph.KnownName;
import foresail.model.KubernetesObject;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.ContainerCheck.Role;
import foresail.rule.Draft;
import foresail.rule.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Scripts that look for a Service of another namespace in their own. */
public final class ServiceInOtherNamespace implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (!(object instanceof Workload workload)
        || scope.graph().namespaceOf(object).isEmpty()
        || scope.graph().worldOf(object).open()) {
      return;
    }
    Set<String> reported = new HashSet<>();
    for (PodWait wait : PodWaits.of(workload, scope)) {
      if (wait.host() instanceof Host.OfService service
          && service.sure()
          && !scope.graph().isKnown("Service", service.namespace(), service.name())
          && reported.add(service.name())) {
        List<KnownName> elsewhere = scope.graph().anywhere("Service", service.name());
        if (!elsewhere.isEmpty()) {
          report(workload, wait, service, elsewhere.get(0), scope);
        }
      }
    }
  }

  private static void report(
      Workload workload, PodWait wait, Host.OfService service, KnownName known, Scope scope) {
    Draft draft =
        scope
            .report(
                wait.at(),
                Words.of(wait.role(), wait.container())
                    + " looks for Service \""
                    + service.name()
                    + "\" in namespace \""
                    + service.namespace()
                    + "\", but it is in \""
                    + known.namespace()
                    + "\"")
            .underline(wait.span());
    known.at().ifPresent(at -> draft.related(at, known + " of \"" + known.namespace() + "\""));
    if (wait.role() != Role.APP && !wait.reading().bounded()) {
      draft.why(
          "the name does not resolve: the pod stays in " + wait.status(workload) + " for ever");
    }
    draft.advise("write " + service.name() + "." + known.namespace());
  }
}
