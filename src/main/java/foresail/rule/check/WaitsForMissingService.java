package foresail.rule.check;

import foresail.finding.Edit;
import foresail.graph.Host;
import foresail.graph.KnownName;
import foresail.model.KubernetesObject;
import foresail.model.PodSpec;
import foresail.model.Service;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.ContainerCheck.Role;
import foresail.rule.Draft;
import foresail.rule.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scripts that wait for a Service which nobody knows. */
public final class WaitsForMissingService implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (!(object instanceof Workload workload) || scope.graph().worldOf(object).open()) {
      return;
    }
    Map<String, Draft> reported = new HashMap<>();
    for (PodWait wait : PodWaits.of(workload, scope)) {
      if (wait.host() instanceof Host.OfService service
          && service.sure()
          && !isOwn(workload, service.name())
          && !scope.graph().isKnown("Service", service.namespace(), service.name())
          && !isElsewhere(service, scope)) {
        String key = service.namespace() + "/" + service.name();
        Draft known = reported.get(key);
        if (known == null) {
          reported.put(key, report(workload, wait, service, scope));
        } else {
          known.related(wait.span(), "waited for here too");
        }
      }
    }
  }

  /** The pod's own hosts file and name need no Service. */
  private static boolean isOwn(Workload workload, String name) {
    PodSpec spec = workload.template().spec();
    return name.equals(spec.hostname())
        || spec.hostAliases().stream().anyMatch(alias -> alias.hostnames().contains(name));
  }

  /** A Service of that name in another namespace is another rule's. */
  private static boolean isElsewhere(Host.OfService service, Scope scope) {
    return !scope.graph().anywhere("Service", service.name()).isEmpty();
  }

  private static Draft report(
      Workload workload, PodWait wait, Host.OfService service, Scope scope) {
    String named = "Service \"" + service.name() + "\"";
    Draft draft =
        scope
            .report(
                wait.at(),
                Words.of(wait.role(), wait.container())
                    + " of "
                    + Words.of(workload)
                    + " waits for "
                    + named
                    + ", which "
                    + (scope.isComplete("Service") ? "does not exist" : "is not in these files"))
            .underline(wait.span())
            .label("nothing has this name")
            .why(why(workload, wait));
    if (scope.isComplete("Service")) {
      draft.sure();
    }
    Optional<KnownName> near = scope.graph().near("Service", service.namespace(), service.name());
    if (near.isPresent()) {
      draft.raised();
      near.get().at().ifPresent(at -> draft.related(at, "nearest: " + near.get()));
      if (wait.span().text().equals(service.name())) {
        draft.fix("write " + near.get().name(), new Edit(wait.span(), near.get().name()));
      }
    } else {
      draft.advise("create " + named + ", or correct the name" + others(workload, scope));
    }
    return draft;
  }

  private static String why(Workload workload, PodWait wait) {
    if (wait.role() == Role.APP) {
      return wait.reading().bounded()
          ? "the container gives up and is restarted, again and again"
          : "the container waits for ever and does none of its work";
    }
    return wait.reading().bounded()
        ? "the container gives up and fails, so the pod goes on with Init:Error and"
            + " Init:CrashLoopBackOff"
        : "the pod stays in " + wait.status(workload) + " for ever";
  }

  private static String others(Workload workload, Scope scope) {
    List<String> names = new ArrayList<>();
    String namespace = scope.graph().namespaceOf(workload);
    for (Service service : scope.graph().services()) {
      String other = scope.graph().namespaceOf(service);
      if (namespace.isEmpty() || other.isEmpty() || other.equals(namespace)) {
        names.add(service.name());
      }
      if (names.size() > 5) {
        return "";
      }
    }
    return names.isEmpty() ? "" : "; Services here: " + String.join(", ", names);
  }
}
