package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.ContainerPort;
import foresail.model.KubernetesObject;
import foresail.model.Service;
import foresail.rule.Check;
import foresail.rule.Scope;
import java.util.ArrayList;
import java.util.List;

/** Ports that exist only for another protocol. */
public final class ServiceProtocolMismatch implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (!(object instanceof Service service)) {
      return;
    }
    List<ContainerPort> declared = new ArrayList<>();
    scope.graph().backends(service).stream()
        .filter(SelectsNothing::serves)
        .forEach(pod -> declared.addAll(SelectedPorts.of(pod)));
    for (Service.ServicePort port : service.ports()) {
      List<ContainerPort> same =
          declared.stream()
              .filter(
                  one ->
                      port.targetPort().isNumber()
                          && one.containerPort() == port.targetPort().number())
              .toList();
      if (!same.isEmpty()
          && same.stream().noneMatch(one -> isSame(one.protocol(), port.protocol()))) {
        scope
            .report(
                Place.of(port, Written.has(port, "protocol") ? "protocol" : "port"),
                Words.of(service)
                    + " sends "
                    + port.protocol()
                    + " to port "
                    + port.targetPort().number()
                    + ", which takes "
                    + same.get(0).protocol())
            .related(same.get(0).span(), "declared for " + same.get(0).protocol());
      }
    }
  }

  private static boolean isSame(String left, String right) {
    return SelectedPorts.protocol(left).equals(SelectedPorts.protocol(right));
  }
}
