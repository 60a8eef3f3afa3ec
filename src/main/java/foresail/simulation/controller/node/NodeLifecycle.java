package foresail.simulation.controller.node;

import foresail.model.ClusterNode.Taint;
import foresail.simulation.api.Condition;
import foresail.simulation.api.Key;
import foresail.simulation.api.Node;
import foresail.simulation.api.Pod;
import foresail.simulation.kernel.Timer;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Notices that a kubelet is silent: its node becomes Unknown and tainted, its pods not ready.
 *
 * <p>Heartbeats themselves are not simulated: whoever silences a kubelet says so here.
 *
 * <p>Source: pkg/controller/nodelifecycle/node_lifecycle_controller.go, v1.36; recorded on a node
 * that fell silent at 15 s: Unknown 48.7 s later.
 */
public final class NodeLifecycle {
  private static final String UNREACHABLE = "node.kubernetes.io/unreachable";

  /** nodeMonitorGracePeriod: so long may nothing be heard. */
  private static final Duration GRACE = Duration.ofSeconds(50);

  /** nodeMonitorPeriod: so often the controller looks. */
  private static final Duration MONITOR = Duration.ofSeconds(5);

  /** How often a kubelet renews its lease: the last word is up to this long ago. */
  private static final Duration LEASE = Duration.ofSeconds(10);

  private final Environment env;
  private final ApiServer api;
  private final Map<String, Timer> silent = new HashMap<>();

  public NodeLifecycle(Environment env) {
    this.env = env;
    this.api = env.api();
  }

  /** Nothing more is heard of a node from now on. */
  public void silenced(String node) {
    Duration sinceLastWord = env.jitter().between(Duration.ZERO, LEASE);
    Duration untilLook = env.jitter().between(Duration.ZERO, MONITOR);
    Duration delay = GRACE.minus(sinceLastWord).plus(untilLook);
    silent.put(node, env.clock().after(delay, () -> markUnknown(node)));
  }

  /** A node speaks again. */
  public void heard(String node) {
    Timer timer = silent.remove(node);
    if (timer != null) {
      timer.cancel();
    }
    change(
        node,
        List.of(),
        new Condition(
            "Ready",
            Condition.TRUE,
            "KubeletReady",
            "kubelet is posting ready status",
            env.clock().now()));
  }

  private void markUnknown(String name) {
    Optional<Node> node =
        change(
            name,
            List.of(
                new Taint(UNREACHABLE, "", "NoSchedule"), new Taint(UNREACHABLE, "", "NoExecute")),
            new Condition(
                "Ready",
                Condition.UNKNOWN,
                "NodeStatusUnknown",
                "Kubelet stopped posting node status.",
                env.clock().now()));
    if (node.isEmpty()) {
      return;
    }
    env.events()
        .normal(node.get(), "NodeNotReady", "Node " + name + " status is now: NodeNotReady");
    for (Pod pod : api.list(Pod.KIND)) {
      if (pod.nodeName().equals(name)) {
        markNotReady(pod);
      }
    }
  }

  /** Gives a node a condition, and these taints in place of those that tell of silence. */
  private Optional<Node> change(String name, List<Taint> taints, Condition condition) {
    return api.update(
        Node.KIND,
        new Key("", name),
        node -> {
          List<Taint> all = new ArrayList<>(node.taints());
          all.removeIf(taint -> taint.key().equals(UNREACHABLE));
          all.addAll(taints);
          return node.withTaints(all).with(condition);
        });
  }

  /** Only the condition changes: what its containers do, nobody knows. */
  private void markNotReady(Pod pod) {
    Optional<Condition> ready = Condition.find(pod.status().conditions(), "Ready");
    if (ready.filter(Condition::isTrue).isEmpty()) {
      return;
    }
    var notReady =
        new Condition(
            "Ready",
            Condition.FALSE,
            ready.get().reason(),
            ready.get().message(),
            env.clock().now());
    api.updateStatus(Pod.KIND, pod.key(), now -> now.withStatus(now.status().with(notReady)));
    env.events().warning(pod, "NodeNotReady", "Node is not ready");
  }
}
