package foresail.simulation.scheduler;

import foresail.notation.Quantity;
import foresail.simulation.api.Node;
import foresail.simulation.api.Pod;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node with the pods that are bound to it and have not ended. */
public final class NodeInfo {
  private final Node node;
  private final ClusterView cluster;
  private final Map<String, Long> allocatable = new HashMap<>();

  /** Of the basic resources; negative where the node says nothing of one. */
  private final long[] capacity = new long[Requests.BASIC.size()];

  private final long[] used = new long[Requests.BASIC.size()];
  private final Map<String, Pod> pods = new LinkedHashMap<>();
  private final Map<String, Long> requested = new HashMap<>();

  private long usualCpu;
  private long usualMemory;
  private int portUsers;

  NodeInfo(Node node, ClusterView cluster) {
    this.node = node;
    this.cluster = cluster;
    for (Map.Entry<String, Quantity> entry : node.allocatable().entrySet()) {
      allocatable.put(entry.getKey(), Requests.amount(entry.getKey(), entry.getValue()));
    }
    for (int i = 0; i < capacity.length; i++) {
      capacity[i] = allocatable.getOrDefault(Requests.BASIC.get(i), -1L);
    }
  }

  /** The same pods on a newer state of the node. */
  NodeInfo on(Node newer) {
    var info = new NodeInfo(newer, cluster);
    pods.values().forEach(info::add);
    return info;
  }

  /** This node as it would be without some pods. */
  public NodeInfo without(Collection<Pod> gone) {
    NodeInfo info = on(node);
    gone.forEach(pod -> info.remove(pod.uid()));
    return info;
  }

  /** This node as it would be with some more pods. */
  NodeInfo with(Collection<Pod> more) {
    NodeInfo info = on(node);
    more.forEach(info::add);
    return info;
  }

  void add(Pod pod) {
    Pod before = pods.get(pod.uid());
    if (before != null && before.spec() == pod.spec()) {
      pods.put(pod.uid(), pod); // only its status changed
      return;
    }
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
    Requests requests = cluster.requests(pod);
    for (int i = 0; i < used.length; i++) {
      used[i] += sign * requests.basic().get(i);
    }
    for (Map.Entry<String, Long> entry : requests.others().entrySet()) {
      requested.merge(entry.getKey(), sign * entry.getValue(), Long::sum);
    }
    usualCpu += sign * requests.usualCpu();
    usualMemory += sign * requests.usualMemory();
    portUsers += requests.ports().isEmpty() ? 0 : sign;
  }

  boolean has(Pod pod) {
    return pods.containsKey(pod.uid());
  }

  public Node node() {
    return node;
  }

  public Collection<Pod> pods() {
    return pods.values();
  }

  /** Of a basic resource; negative where the node says nothing of it. */
  long capacity(int basic) {
    return capacity[basic];
  }

  /** What the pods here ask for of a basic resource. */
  long used(int basic) {
    return used[basic];
  }

  /** What the pods here ask for of another resource. */
  long requested(String resource) {
    return requested.getOrDefault(resource, 0L);
  }

  /** What pods may use of a resource; empty where the node says nothing of it. */
  public Optional<Long> allocatable(String resource) {
    return Optional.ofNullable(allocatable.get(resource));
  }

  /** As {@link Requests#usualCpu}, of all pods. */
  long usualCpu() {
    return usualCpu;
  }

  /** As {@link Requests#usualMemory}, of all pods. */
  long usualMemory() {
    return usualMemory;
  }

  /** Whether a pod wants a port of the node that another one has. */
  public boolean portClash(Pod pod) {
    if (portUsers == 0) {
      return false;
    }
    List<HostPort> wanted = cluster.requests(pod).ports();
    if (wanted.isEmpty()) {
      return false;
    }
    for (Pod other : pods.values()) {
      for (HostPort taken : cluster.requests(other).ports()) {
        if (wanted.stream().anyMatch(taken::clashes)) {
          return true;
        }
      }
    }
    return false;
  }

  Requests requests(Pod pod) {
    return cluster.requests(pod);
  }
}
