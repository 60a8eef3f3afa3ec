package foresail.rule.check;

import foresail.model.Container;
import foresail.model.ContainerPort;
import foresail.model.PodSpec;
import foresail.model.Workload;
import java.util.ArrayList;
import java.util.List;

/** Ports of a pod that others can reach: those of app containers and sidecars. */
final class SelectedPorts {
  private SelectedPorts() {}

  static List<ContainerPort> of(Workload workload) {
    List<ContainerPort> ports = new ArrayList<>();
    for (Container container : workload.template().spec().initContainers()) {
      if (PodSpec.isSidecar(container)) {
        ports.addAll(container.ports());
      }
    }
    for (Container container : workload.template().spec().containers()) {
      ports.addAll(container.ports());
    }
    return ports;
  }

  /** Objects of versions that are not served any more have no defaults. */
  static String protocol(String written) {
    return written.isEmpty() ? "TCP" : written;
  }
}
