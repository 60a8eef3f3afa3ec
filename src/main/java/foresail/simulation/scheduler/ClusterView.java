package foresail.simulation.scheduler;

import foresail.model.PodSpec;
import foresail.model.Preferences;
import foresail.simulation.api.Node;
import foresail.simulation.api.OwnerReference;
import foresail.simulation.api.Pod;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Watcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which pods are on which node, kept up to date. */
public final class ClusterView {
  private final Map<String, NodeInfo> nodes = new LinkedHashMap<>();

  /** By uid: pods with a node that want something of the pods near them. */
  private final Map<String, Pod> choosy = new LinkedHashMap<>();

  /** By the uid of their controller: how many of its pods each node has. */
  private final Map<String, Map<String, Integer>> siblings = new HashMap<>();

  /** By node: pods for which others were told to make room there. */
  private final Map<String, Map<String, Pod>> nominated = new HashMap<>();

  private final Map<PodSpec, Requests> requests = new IdentityHashMap<>();
  private final Map<PodSpec, Preferences> preferences = new IdentityHashMap<>();
  private List<NodeInfo> listed = List.of();

  public ClusterView(ApiServer api) {
    api.list(Node.KIND).forEach(node -> put(new NodeInfo(node, this)));
    api.list(Pod.KIND).forEach(this::place);
    api.watch(Node.KIND, Duration.ZERO, nodeWatch(api));
    api.watch(Pod.KIND, Duration.ZERO, podWatch());
  }

  private Watcher<Node> nodeWatch(ApiServer api) {
    return new Watcher<>() {
      @Override
      public void added(Node node) {
        put(new NodeInfo(node, ClusterView.this));
        for (Pod pod : api.list(Pod.KIND)) {
          if (pod.nodeName().equals(node.name())) {
            place(pod);
          }
        }
      }

      @Override
      public void updated(Node before, Node now) {
        NodeInfo known = nodes.get(now.name());
        if (known != null) {
          put(known.on(now));
        }
      }

      @Override
      public void deleted(Node last) {
        nodes.remove(last.name());
        listed = List.copyOf(nodes.values());
      }
    };
  }

  private Watcher<Pod> podWatch() {
    return new Watcher<>() {
      @Override
      public void added(Pod pod) {
        place(pod);
      }

      @Override
      public void updated(Pod before, Pod now) {
        denominate(before);
        place(now);
      }

      @Override
      public void deleted(Pod last) {
        denominate(last);
        forget(last);
      }
    };
  }

  private void put(NodeInfo info) {
    nodes.put(info.node().name(), info);
    listed = List.copyOf(nodes.values());
  }

  private void place(Pod pod) {
    if (pod.nodeName().isEmpty()) {
      nominate(pod);
    } else if (pod.terminal()) {
      forget(pod);
    } else {
      assume(pod);
    }
  }

  /** Counts a pod on the node that it names, whether or not the store knows that already. */
  void assume(Pod pod) {
    NodeInfo info = nodes.get(pod.nodeName());
    if (info != null) {
      if (!info.has(pod)) {
        count(pod, 1);
      }
      info.add(pod);
      if (isChoosy(pod)) {
        choosy.put(pod.uid(), pod);
      }
    }
  }

  /** Counts it no longer. */
  void forget(Pod pod) {
    NodeInfo info = nodes.get(pod.nodeName());
    if (info != null && info.has(pod)) {
      count(pod, -1);
      info.remove(pod.uid());
      choosy.remove(pod.uid());
    }
  }

  private void count(Pod pod, int sign) {
    Optional<OwnerReference> controller = pod.metadata().controller();
    if (controller.isPresent()) {
      siblings
          .computeIfAbsent(controller.get().uid(), unused -> new LinkedHashMap<>())
          .merge(pod.nodeName(), sign, Integer::sum);
    }
  }

  /** How many pods of a controller each node has that has had any. */
  Map<String, Integer> siblings(String controllerUid) {
    return siblings.getOrDefault(controllerUid, Map.of());
  }

  private void nominate(Pod pod) {
    String node = pod.status().nominatedNode();
    if (!node.isEmpty() && !pod.terminal()) {
      nominated.computeIfAbsent(node, unused -> new LinkedHashMap<>()).put(pod.uid(), pod);
    }
  }

  private void denominate(Pod pod) {
    Map<String, Pod> here = nominated.get(pod.status().nominatedNode());
    if (here != null) {
      here.remove(pod.uid());
    }
  }

  private boolean isChoosy(Pod pod) {
    return !pod.spec().affinity().antiPodTerms().isEmpty()
        || !pod.spec().affinity().podTerms().isEmpty()
        || !preferences(pod).isEmpty();
  }

  /** All nodes, in the order in which they were added. */
  public List<NodeInfo> nodes() {
    return listed;
  }

  public Optional<NodeInfo> node(String name) {
    return Optional.ofNullable(nodes.get(name));
  }

  /** Pods on nodes that want other pods near or far, or would like to. */
  Collection<Pod> choosy() {
    return choosy.values();
  }

  /** Pods that wait for others to make room on a node, as far as they go before another pod. */
  List<Pod> nominated(String node, Pod before) {
    if (nominated.isEmpty()) {
      return List.of();
    }
    Map<String, Pod> here = nominated.getOrDefault(node, Map.of());
    List<Pod> ahead = new ArrayList<>();
    for (Pod pod : here.values()) {
      if (pod.assigned().priority() >= before.assigned().priority()
          && !pod.uid().equals(before.uid())) {
        ahead.add(pod);
      }
    }
    return ahead;
  }

  /** Pods that wait for room on a node and have to stand back for another one. */
  List<Pod> outranked(String node, Pod by) {
    List<Pod> behind = new ArrayList<>();
    for (Pod pod : nominated.getOrDefault(node, Map.of()).values()) {
      if (pod.assigned().priority() < by.assigned().priority()) {
        behind.add(pod);
      }
    }
    return behind;
  }

  /** Computed once for all pods of a template. */
  Requests requests(Pod pod) {
    return requests.computeIfAbsent(pod.spec(), Requests::of);
  }

  /** Read once for all pods of a template. */
  Preferences preferences(Pod pod) {
    return preferences.computeIfAbsent(pod.spec(), spec -> Preferences.of(spec.affinity()));
  }
}
