package foresail.simulation.controller.endpoint;

import foresail.model.Container;
import foresail.model.ContainerPort;
import foresail.model.PodSpec;
import foresail.model.Service;
import foresail.model.Service.ServicePort;
import foresail.simulation.api.EndpointSlice.Endpoint;
import foresail.simulation.api.Pod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one pod is to a Service.
 *
 * <p>Source: podToEndpoint in staging/src/k8s.io/endpointslice/utils.go, v1.36.
 */
final class PodEndpoint {
  private PodEndpoint() {}

  static Endpoint of(Service service, Pod pod) {
    boolean serving = pod.ready();
    boolean ready = service.publishNotReadyAddresses() || (serving && !pod.deleting());
    boolean named = pod.assigned().subdomain().equals(service.name());
    return new Endpoint(
        pod.name(),
        pod.status().podIp(),
        named ? pod.assigned().hostname() : "",
        ready,
        serving,
        pod.deleting(),
        ports(service, pod.spec()));
  }

  private static Map<Integer, Integer> ports(Service service, PodSpec pod) {
    Map<Integer, Integer> ports = new LinkedHashMap<>();
    for (ServicePort port : service.ports()) {
      target(port, pod).ifPresent(number -> ports.put(port.port(), number));
    }
    return ports;
  }

  /** A number is taken as it is; a name is looked for in the containers that stay. */
  private static Optional<Integer> target(ServicePort port, PodSpec pod) {
    if (port.targetPort().isNumber()) {
      return Optional.of(port.targetPort().number());
    }
    List<Container> staying = new ArrayList<>(pod.containers());
    pod.initContainers().stream().filter(PodSpec::isSidecar).forEach(staying::add);
    for (Container container : staying) {
      for (ContainerPort offered : container.ports()) {
        if (offered.name().equals(port.targetPort().text())
            && offered.protocol().equals(port.protocol())) {
          return Optional.of(offered.containerPort());
        }
      }
    }
    return Optional.empty();
  }
}
