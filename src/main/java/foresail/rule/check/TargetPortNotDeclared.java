package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.ContainerPort;
import foresail.model.KubernetesObject;
import foresail.model.Service;
import foresail.model.VolumeSource;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.Scope;
import java.util.List;

/** Numbers of ports that no selected pod knows. */
public final class TargetPortNotDeclared implements Check {
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
    for (Service.ServicePort port : service.ports()) {
      if (port.targetPort().isNumber() && pods.stream().allMatch(pod -> isUnknown(pod, port))) {
        Place at = Place.of(port, Written.has(port, "targetPort") ? "targetPort" : "port");
        ContainerPort declared = SelectedPorts.of(pods.get(0)).get(0);
        scope
            .report(
                at,
                Words.of(service)
                    + " leads to port "
                    + port.targetPort().number()
                    + ", which "
                    + Words.of(pods.get(0))
                    + " does not declare")
            .related(declared.span("containerPort"), "it declares " + declared.containerPort());
      }
    }
  }

  private static boolean isUnknown(Workload pod, Service.ServicePort wanted) {
    List<ContainerPort> declared =
        SelectedPorts.of(pod).stream()
            .filter(port -> SelectedPorts.protocol(port.protocol()).equals(wanted.protocol()))
            .toList();
    int number = wanted.targetPort().number();
    return !declared.isEmpty()
        && declared.stream().noneMatch(port -> port.containerPort() == number)
        && SelectedPorts.of(pod).stream().noneMatch(port -> port.containerPort() == number)
        && !mentions(pod, Integer.toString(number));
  }

  /** Whether the number occurs anywhere else: an argument, a variable, a probe. */
  private static boolean mentions(Workload pod, String number) {
    boolean[] found = new boolean[1];
    for (List<Container> containers :
        List.of(pod.template().spec().initContainers(), pod.template().spec().containers())) {
      for (Container container : containers) {
        Scalars.visit(container.node(), (key, value) -> found[0] |= value.text().contains(number));
      }
    }
    return found[0] || usesConfig(pod);
  }

  /** What a ConfigMap says about ports is not read. */
  private static boolean usesConfig(Workload pod) {
    return pod.template().spec().volumes().stream()
            .anyMatch(volume -> volume.source() instanceof VolumeSource.ConfigMap)
        || pod.template().spec().containers().stream()
            .anyMatch(container -> !container.envFrom().isEmpty());
  }
}
