package foresail.simulation.controller.node;

import foresail.simulation.api.Condition;
import foresail.simulation.api.Key;
import foresail.simulation.api.Node;
import foresail.simulation.api.Phase;
import foresail.simulation.api.Pod;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Latency;
import foresail.simulation.store.PodDeletion;
import foresail.simulation.store.Watcher;
import java.time.Duration;
import java.util.Optional;

/**
 * Removes pods of nodes that do not exist.
 *
 * <p>Source: gcOrphaned in pkg/controller/podgc/gc_controller.go, v1.36.
 */
public final class PodGarbage {
  /** How often the controller looks. */
  private static final Duration PERIOD = Duration.ofSeconds(20);

  /** How long a node has to be missing (quarantineTime). */
  private static final Duration QUARANTINE = Duration.ofSeconds(40);

  private final Environment env;
  private final ApiServer api;

  public PodGarbage(Environment env) {
    this.env = env;
    this.api = env.api();
    api.watch(
        Pod.KIND,
        Latency.WATCH,
        new Watcher<Pod>() {
          @Override
          public void added(Pod pod) {
            doubt(pod);
          }
        });
    api.watch(
        Node.KIND,
        Latency.WATCH,
        new Watcher<Node>() {
          @Override
          public void deleted(Node last) {
            for (Pod pod : api.list(Pod.KIND)) {
              doubt(pod);
            }
          }
        });
  }

  private void doubt(Pod pod) {
    if (lost(pod)) {
      Duration untilSeen = env.jitter().between(Duration.ZERO, PERIOD);
      env.clock().after(QUARANTINE.plus(untilSeen), () -> remove(pod));
    }
  }

  private boolean lost(Pod pod) {
    return !pod.nodeName().isEmpty() && api.get(Node.KIND, "", pod.nodeName()).isEmpty();
  }

  private void remove(Pod pod) {
    Optional<Pod> now =
        api.get(Pod.KIND, new Key(pod.namespace(), pod.name()))
            .filter(found -> found.uid().equals(pod.uid()));
    if (now.filter(this::lost).isEmpty()) {
      return;
    }
    if (!now.get().terminal()) {
      var disrupted =
          new Condition(
              "DisruptionTarget",
              Condition.TRUE,
              "DeletionByPodGC",
              "PodGC: node no longer exists",
              env.clock().now());
      api.updateStatus(
          Pod.KIND,
          pod.key(),
          each ->
              each.withStatus(
                  each.status()
                      .withPhase(Phase.FAILED, each.status().reason(), each.status().message())
                      .with(disrupted)));
    }
    PodDeletion.request(api, pod.key(), Duration.ZERO);
  }
}
