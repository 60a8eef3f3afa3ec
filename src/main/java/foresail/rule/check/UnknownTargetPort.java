package foresail.rule.check;

import foresail.graph.Place;
import foresail.graph.Placeholder;
import foresail.model.ContainerPort;
import foresail.model.KubernetesObject;
import foresail.model.Service;
import foresail.model.Workload;
import foresail.notation.NearestName;
import foresail.rule.Check;
import foresail.rule.Draft;
import foresail.rule.Scope;
import java.util.ArrayList;
import java.util.List;

/** Ports of a Service that lead to a name which no selected pod gives a port. */
public final class UnknownTargetPort implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (!(object instanceof Service service)) {
      return;
    }
    List<Workload> pods =
        scope.graph().backends(service).stream().filter(SelectsNothing::serves).toList();
    if (pods.isEmpty()) {
      return;
    }
    List<ContainerPort> declared = new ArrayList<>();
    pods.forEach(pod -> declared.addAll(SelectedPorts.of(pod)));
    for (Service.ServicePort port : service.ports()) {
      if (!port.targetPort().isNumber()
          && !Placeholder.isIn(port.targetPort().text())
          && !has(declared, port)) {
        report(service, port, declared, pods.get(0), scope);
      }
    }
  }

  private static boolean has(List<ContainerPort> declared, Service.ServicePort wanted) {
    for (ContainerPort port : declared) {
      if (port.name().equals(wanted.targetPort().text())
          && SelectedPorts.protocol(port.protocol()).equals(wanted.protocol())) {
        return true;
      }
    }
    return false;
  }

  private static void report(
      Service service,
      Service.ServicePort port,
      List<ContainerPort> declared,
      Workload pod,
      Scope scope) {
    String name = port.targetPort().text();
    Place at = Place.of(port, "targetPort");
    Draft draft =
        scope.report(
            at,
            Words.of(service)
                + " leads to port \""
                + name
                + "\", which no container of "
                + Words.of(pod)
                + " declares");
    for (ContainerPort other : declared) {
      if (other.name().equals(name)) {
        draft.related(other.span("name"), "this one is " + other.protocol());
        return;
      }
    }
    List<String> names =
        declared.stream().map(ContainerPort::name).filter(text -> !text.isEmpty()).toList();
    List<String> near = NearestName.among(names, name);
    String meant = near.isEmpty() ? (names.size() == 1 ? names.get(0) : "") : near.get(0);
    declared.stream()
        .filter(other -> !meant.isEmpty() && other.name().equals(meant))
        .findFirst()
        .ifPresent(
            other -> {
              draft.related(other.span("name"), "nearest: port \"" + meant + "\"");
              draft.fix("write " + meant, Words.rename(at.span(), name, meant));
            });
    if (meant.isEmpty() && !declared.isEmpty()) {
      draft.related(declared.get(0).span(), "a port that it declares");
    }
  }
}
