package foresail.simulation.scheduler;

import foresail.model.Container;
import foresail.model.ContainerPort;
import foresail.simulation.api.Node;
import foresail.simulation.api.Pod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node with the pods that are bound to it and have not ended. */
public final class NodeInfo {
  private final Node node;
  private final Map<String, Pod> pods = new LinkedHashMap<>();
  private final Map<String, Long> requested = new HashMap<>();

  /** A port of the node that a pod takes. */
  private record HostPort(String ip, String protocol, int port) {
    boolean clashes(HostPort other) {
      return port == other.port
          && protocol.equals(other.protocol)
          && (anyIp() || other.anyIp() || ip.equals(other.ip));
    }

    private boolean anyIp() {
      return ip.isEmpty() || ip.equals("0.0.0.0");
    }
  }

  NodeInfo(Node node) {
    this.node = node;
  }

  /** The same pods on a newer state of the node. */
  NodeInfo on(Node newer) {
    var info = new NodeInfo(newer);
    pods.values().forEach(info::add);
    return info;
  }

  /** This node as it would be without some pods. */
  public NodeInfo without(Collection<Pod> gone) {
    var info = on(node);
    gone.forEach(pod -> info.remove(pod.uid()));
    return info;
  }

  void add(Pod pod) {
    remove(pod.uid());
    pods.put(pod.uid(), pod);
    count(pod, 1);
  }

  void remove(String uid) {
    Pod removed = pods.remove(uid);
    if (removed != null) {
      count(removed, -1);
    }
  }

  private void count(Pod pod, int sign) {
    Requests.of(pod.spec())
        .amounts()
        .forEach((name, amount) -> requested.merge(name, sign * amount, Long::sum));
  }

  public Node node() {
    return node;
  }

  public Collection<Pod> pods() {
    return pods.values();
  }

  public long requested(String resource) {
    return requested.getOrDefault(resource, 0L);
  }

  /** What pods may use of a resource; empty where the node says nothing of it. */
  public Optional<Long> allocatable(String resource) {
    return Optional.ofNullable(node.allocatable().get(resource))
        .map(quantity -> Requests.amount(resource, quantity));
  }

  /** Whether a pod wants a port of the node that another one has. */
  public boolean portClash(Pod pod) {
    List<HostPort> wanted = hostPorts(pod);
    if (wanted.isEmpty()) {
      return false;
    }
    for (Pod other : pods.values()) {
      for (HostPort taken : hostPorts(other)) {
        if (wanted.stream().anyMatch(taken::clashes)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<HostPort> hostPorts(Pod pod) {
    var ports = new ArrayList<HostPort>();
    for (Container container : pod.spec().containers()) {
      for (ContainerPort port : container.ports()) {
        int number = port.hostPort();
        if (number == 0 && pod.spec().hostNetwork()) {
          number = port.containerPort();
        }
        if (number != 0) {
          ports.add(new HostPort(port.hostIp(), port.protocol(), number));
        }
      }
    }
    return ports;
  }
}
