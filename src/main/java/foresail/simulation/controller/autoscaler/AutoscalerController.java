package foresail.simulation.controller.autoscaler;

import foresail.model.HorizontalPodAutoscaler;
import foresail.simulation.api.Autoscaler;
import foresail.simulation.api.Condition;
import foresail.simulation.api.Key;
import foresail.simulation.facts.Assumption;
import foresail.simulation.facts.Assumptions;
import foresail.simulation.kernel.WorkQueue;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Latency;
import foresail.simulation.store.Watcher;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps replicas between minReplicas and maxReplicas. Loads are not simulated: as in a cluster
 * without a metrics server it never scales for another reason.
 *
 * <p>Source: reconcileAutoscaler in pkg/controller/podautoscaler/horizontal.go, v1.36.
 */
public final class AutoscalerController {
  /** horizontal-pod-autoscaler-sync-period; the first look, too, comes so long after the create. */
  private static final Duration PERIOD = Duration.ofSeconds(15);

  private static final String ABLE = "AbleToScale";
  private static final String ACTIVE = "ScalingActive";

  private static final String NO_METRICS =
      "failed to get cpu utilization: unable to get metrics for resource cpu: unable to fetch"
          + " metrics from resource metrics API: the server could not find the requested resource"
          + " (get pods.metrics.k8s.io)";

  private final Environment env;
  private final ApiServer api;
  private final ScaleTarget targets;
  private final WorkQueue<Key> queue;

  /**
   * @param assumptions where to note that nobody measures anything
   */
  public AutoscalerController(Environment env, Assumptions assumptions) {
    this.env = env;
    this.api = env.api();
    this.targets = new ScaleTarget(api);
    this.queue = new WorkQueue<>(env.clock(), Latency.SYNC, this::sync);
    api.watch(
        Autoscaler.KIND,
        Latency.WATCH,
        new Watcher<Autoscaler>() {
          @Override
          public void added(Autoscaler autoscaler) {
            assumptions.add(
                new Assumption(
                    "HorizontalPodAutoscaler/" + autoscaler.name(),
                    "",
                    "keeps replicas between %d and %d, and never scales for load"
                        .formatted(
                            autoscaler.spec().minReplicas(), autoscaler.spec().maxReplicas()),
                    "what its metrics would say is not known",
                    ""));
            queue.addAfter(autoscaler.key(), PERIOD);
          }
        });
  }

  private void sync(Key key) {
    Optional<Autoscaler> found = api.get(Autoscaler.KIND, key);
    if (found.isEmpty() || found.get().deleting()) {
      return;
    }
    Autoscaler autoscaler = found.get();
    Optional<Integer> replicas = targets.replicas(autoscaler);
    if (replicas.isPresent()) {
      state(
          key,
          ABLE,
          true,
          "SucceededGetScale",
          "the HPA controller was able to get the target's current scale");
      judge(autoscaler, replicas.get());
    } else {
      String message = targets.missing(autoscaler);
      env.events().warning(autoscaler, "FailedGetScale", message);
      state(
          key,
          ABLE,
          false,
          "FailedGetScale",
          "the HPA controller was unable to get the target's current scale: " + message);
    }
    queue.addAfter(key, PERIOD);
  }

  private void judge(Autoscaler autoscaler, int replicas) {
    HorizontalPodAutoscaler spec = autoscaler.spec();
    if (replicas == 0 && spec.minReplicas() != 0) {
      state(
          autoscaler.key(),
          ACTIVE,
          false,
          "ScalingDisabled",
          "scaling is disabled since the replica count of the target is zero");
    } else if (replicas > spec.maxReplicas()) {
      rescale(autoscaler, spec.maxReplicas(), "Current number of replicas above Spec.MaxReplicas");
    } else if (replicas < spec.minReplicas()) {
      rescale(autoscaler, spec.minReplicas(), "Current number of replicas below Spec.MinReplicas");
    } else {
      env.events().warning(autoscaler, "FailedGetResourceMetric", NO_METRICS);
      env.events()
          .warning(
              autoscaler,
              "FailedComputeMetricsReplicas",
              "invalid metrics (1 invalid out of 1), first error is: failed to get cpu resource"
                  + " metric value: "
                  + NO_METRICS);
      state(
          autoscaler.key(),
          ACTIVE,
          false,
          "FailedGetResourceMetric",
          "the HPA was unable to compute the replica count: " + NO_METRICS);
    }
  }

  private void rescale(Autoscaler autoscaler, int replicas, String reason) {
    targets.scale(autoscaler, replicas);
    env.events()
        .normal(autoscaler, "SuccessfulRescale", "New size: " + replicas + "; reason: " + reason);
    state(
        autoscaler.key(),
        ABLE,
        true,
        "SucceededRescale",
        "the HPA controller was able to update the target scale to " + replicas);
  }

  private void state(Key key, String type, boolean holds, String reason, String message) {
    var condition =
        new Condition(
            type, holds ? Condition.TRUE : Condition.FALSE, reason, message, env.clock().now());
    api.updateStatus(Autoscaler.KIND, key, now -> now.with(condition));
  }
}
