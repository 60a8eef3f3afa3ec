package foresail.simulation.scheduler;

import foresail.model.Container;
import foresail.model.ContainerPort;
import foresail.model.PodSpec;
import java.util.ArrayList;
import java.util.List;

/** A port of the node that a pod takes. */
record HostPort(String ip, String protocol, int port) {
  /** Those of all containers that stay: plain init containers end before others begin. */
  static List<HostPort> of(PodSpec spec) {
    List<HostPort> ports = new ArrayList<>();
    for (Container container : spec.containers()) {
      add(ports, spec, container);
    }
    for (Container container : spec.initContainers()) {
      if (PodSpec.isSidecar(container)) {
        add(ports, spec, container);
      }
    }
    return ports;
  }

  private static void add(List<HostPort> ports, PodSpec spec, Container container) {
    for (ContainerPort port : container.ports()) {
      int number = port.hostPort();
      if (number == 0 && spec.hostNetwork()) {
        number = port.containerPort();
      }
      if (number != 0) {
        ports.add(new HostPort(port.hostIp(), port.protocol(), number));
      }
    }
  }

  boolean clashes(HostPort other) {
    return port == other.port
        && protocol.equals(other.protocol)
        && (anyIp() || other.anyIp() || ip.equals(other.ip));
  }

  private boolean anyIp() {
    return ip.isEmpty() || ip.equals("0.0.0.0");
  }
}
