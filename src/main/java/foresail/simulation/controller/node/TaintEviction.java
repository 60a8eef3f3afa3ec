package foresail.simulation.controller.node;

import foresail.model.ClusterNode.Taint;
import foresail.model.Toleration;
import foresail.simulation.api.Condition;
import foresail.simulation.api.Key;
import foresail.simulation.api.Node;
import foresail.simulation.api.Pod;
import foresail.simulation.kernel.Timer;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Latency;
import foresail.simulation.store.PodDeletion;
import foresail.simulation.store.Watcher;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deletes pods from nodes with a NoExecute taint that they do not tolerate, or no longer.
 *
 * <p>Source: pkg/controller/tainteviction/taint_eviction.go, v1.36.
 */
public final class TaintEviction {
  private final Environment env;
  private final ApiServer api;
  private final Map<String, Timer> evictions = new HashMap<>();

  public TaintEviction(Environment env) {
    this.env = env;
    this.api = env.api();
    api.watch(Node.KIND, Latency.WATCH, nodeWatch());
    api.watch(Pod.KIND, Latency.WATCH, podWatch());
  }

  private Watcher<Node> nodeWatch() {
    return new Watcher<>() {
      @Override
      public void updated(Node before, Node now) {
        if (before.taints().equals(now.taints())) {
          return;
        }
        for (Pod pod : api.list(Pod.KIND)) {
          if (pod.nodeName().equals(now.name())) {
            look(pod, now);
          }
        }
      }
    };
  }

  private Watcher<Pod> podWatch() {
    return new Watcher<>() {
      @Override
      public void added(Pod pod) {
        look(pod);
      }

      @Override
      public void updated(Pod before, Pod now) {
        if (!before.nodeName().equals(now.nodeName())
            || !before.assigned().tolerations().equals(now.assigned().tolerations())) {
          look(now);
        }
      }

      @Override
      public void deleted(Pod last) {
        cancel(last);
      }
    };
  }

  private void look(Pod pod) {
    if (!pod.nodeName().isEmpty()) {
      api.get(Node.KIND, "", pod.nodeName()).ifPresent(node -> look(pod, node));
    }
  }

  private void look(Pod pod, Node node) {
    List<Taint> taints =
        node.taints().stream().filter(taint -> taint.effect().equals("NoExecute")).toList();
    Optional<Duration> patience = patience(pod, taints);
    if (taints.isEmpty() || patience.isEmpty()) {
      cancel(pod);
    } else if (!evictions.containsKey(pod.uid()) && !pod.deleting()) {
      evictions.put(pod.uid(), env.clock().after(patience.get(), () -> evict(pod)));
    }
  }

  /** How long a pod puts up with all taints; empty for ever, zero where not at all. */
  private static Optional<Duration> patience(Pod pod, List<Taint> taints) {
    Optional<Duration> least = Optional.empty();
    for (Taint taint : taints) {
      List<Toleration> matching =
          pod.assigned().tolerations().stream()
              .filter(t -> t.tolerates(taint.key(), taint.value(), taint.effect()))
              .toList();
      if (matching.isEmpty()) {
        return Optional.of(Duration.ZERO);
      }
      for (Toleration toleration : matching) {
        Optional<Duration> own =
            toleration.tolerationSeconds().map(seconds -> Duration.ofSeconds(Math.max(0, seconds)));
        if (own.isPresent() && (least.isEmpty() || own.get().compareTo(least.get()) < 0)) {
          least = own;
        }
      }
    }
    return least;
  }

  private void evict(Pod pod) {
    Optional<Pod> now = api.get(Pod.KIND, new Key(pod.namespace(), pod.name()));
    if (now.filter(found -> found.uid().equals(pod.uid()) && !found.deleting()).isEmpty()) {
      return;
    }
    env.events().normal(pod, "TaintManagerEviction", "Marking for deletion Pod " + pod.key());
    var disrupted =
        new Condition(
            "DisruptionTarget",
            Condition.TRUE,
            "DeletionByTaintManager",
            "Taint manager: deleting due to NoExecute taint",
            env.clock().now());
    api.updateStatus(Pod.KIND, pod.key(), each -> each.withStatus(each.status().with(disrupted)));
    PodDeletion.request(api, pod.key());
  }

  private void cancel(Pod pod) {
    Timer timer = evictions.remove(pod.uid());
    if (timer != null && timer.pending()) {
      timer.cancel();
      if (!pod.deleting()) {
        env.events().normal(pod, "TaintManagerEviction", "Cancelling deletion of Pod " + pod.key());
      }
    }
  }
}
