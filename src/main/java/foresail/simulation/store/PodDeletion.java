package foresail.simulation.store;

import foresail.simulation.api.Key;
import foresail.simulation.api.Pod;
import java.time.Duration;
import java.util.Optional;

/**
 * Deletes pods as the API server does: a pod that runs somewhere gets its grace, one that has ended
 * or has no node goes at once.
 *
 * <p>Source: pkg/registry/core/pod/strategy.go (CheckGracefulDelete), v1.36.
 */
public final class PodDeletion {
  private PodDeletion() {}

  /** Asks for a pod's deletion with its own grace; does nothing where there is no such pod. */
  public static void request(ApiServer api, Key key) {
    Optional<Pod> pod = api.get(Pod.KIND, key);
    pod.ifPresent(
        found ->
            request(api, key, Duration.ofSeconds(found.spec().terminationGracePeriodSeconds())));
  }

  /**
   * Asks for a pod's deletion.
   *
   * @param grace negative counts as 1 s, zero removes the pod at once
   */
  public static void request(ApiServer api, Key key, Duration grace) {
    Optional<Pod> pod = api.get(Pod.KIND, key);
    if (pod.isEmpty()) {
      return;
    }
    boolean atOnce = pod.get().nodeName().isEmpty() || pod.get().terminal();
    Duration given = grace.isNegative() ? Duration.ofSeconds(1) : grace;
    api.delete(Pod.KIND, key, atOnce ? Duration.ZERO : given);
  }
}
