package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.ContainerPort;
import foresail.model.KubernetesObject;
import foresail.model.PodSpec;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two containers of a pod on one port. */
public final class PortUsedTwiceInPod implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof Workload workload) {
      Map<String, Container> owners = new HashMap<>();
      Map<String, ContainerPort> first = new HashMap<>();
      for (Container container : running(workload.template().spec())) {
        for (ContainerPort port : container.ports()) {
          String key = port.containerPort() + "/" + port.protocol();
          Container owner = owners.putIfAbsent(key, container);
          if (owner == null) {
            first.put(key, port);
          } else if (owner != container && port.containerPort() != 0) {
            scope
                .report(
                    Place.of(port, "containerPort"),
                    "containers \""
                        + owner.name()
                        + "\" and \""
                        + container.name()
                        + "\" share the pod's address and both take port "
                        + port.containerPort())
                .related(first.get(key).span("containerPort"), "taken here");
          }
        }
      }
    }
  }

  private static List<Container> running(PodSpec spec) {
    List<Container> containers = new ArrayList<>();
    for (Container container : spec.initContainers()) {
      if (PodSpec.isSidecar(container)) {
        containers.add(container);
      }
    }
    containers.addAll(spec.containers());
    return containers;
  }
}
