package foresail.model;

import foresail.source.Node;
import java.util.Optional;

/**
 * A check that the kubelet makes on a running container, again and again.
 *
 * @param handler empty where the manifest names none
 * @param failureThreshold failures in a row until the result is failure; likewise successThreshold
 * @param terminationGracePeriodSeconds overrides the pod's when this probe kills the container
 */
public record Probe(
    Node node,
    Optional<Handler> handler,
    int initialDelaySeconds,
    int periodSeconds,
    int timeoutSeconds,
    int successThreshold,
    int failureThreshold,
    Optional<Long> terminationGracePeriodSeconds)
    implements Located {
  static Probe of(Fields probe) {
    return new Probe(
        probe.node(),
        Handler.of(probe),
        probe.intValue("initialDelaySeconds"),
        probe.intValue("periodSeconds"),
        probe.intValue("timeoutSeconds"),
        probe.intValue("successThreshold"),
        probe.intValue("failureThreshold"),
        probe.optionalLong("terminationGracePeriodSeconds"));
  }
}
