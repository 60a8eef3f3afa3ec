package foresail.simulation.scheduler;

import foresail.simulation.api.Node;
import foresail.simulation.api.Pod;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Watcher;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which pods are on which node, kept up to date. */
public final class ClusterView {
  private final Map<String, NodeInfo> nodes = new LinkedHashMap<>();

  public ClusterView(ApiServer api) {
    api.list(Node.KIND).forEach(node -> nodes.put(node.name(), new NodeInfo(node)));
    api.list(Pod.KIND).forEach(this::place);
    api.watch(
        Node.KIND,
        Duration.ZERO,
        new Watcher<Node>() {
          @Override
          public void added(Node node) {
            nodes.put(node.name(), new NodeInfo(node));
            api.list(Pod.KIND).stream()
                .filter(pod -> pod.nodeName().equals(node.name()))
                .forEach(ClusterView.this::place);
          }

          @Override
          public void updated(Node before, Node now) {
            nodes.computeIfPresent(now.name(), (name, info) -> info.on(now));
          }

          @Override
          public void deleted(Node last) {
            nodes.remove(last.name());
          }
        });
    api.watch(
        Pod.KIND,
        Duration.ZERO,
        new Watcher<Pod>() {
          @Override
          public void added(Pod pod) {
            place(pod);
          }

          @Override
          public void updated(Pod before, Pod now) {
            place(now);
          }

          @Override
          public void deleted(Pod last) {
            info(last).ifPresent(info -> info.remove(last.uid()));
          }
        });
  }

  private Optional<NodeInfo> info(Pod pod) {
    return Optional.ofNullable(nodes.get(pod.nodeName()));
  }

  private void place(Pod pod) {
    info(pod)
        .ifPresent(
            info -> {
              if (pod.terminal()) {
                info.remove(pod.uid());
              } else {
                info.add(pod);
              }
            });
  }

  /** All nodes, in the order in which they were added. */
  public Collection<NodeInfo> nodes() {
    return nodes.values();
  }

  public Optional<NodeInfo> node(String name) {
    return Optional.ofNullable(nodes.get(name));
  }
}
