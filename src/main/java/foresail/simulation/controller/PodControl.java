package foresail.simulation.controller;

import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Pod;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Created;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Events;
import foresail.simulation.store.PodDeletion;

/**
 * Creates and deletes pods for a controller, and tells so in Events of their owner.
 *
 * <p>Source: RealPodControl in pkg/controller/controller_utils.go, v1.36.
 */
public final class PodControl {
  private final ApiServer api;
  private final Events events;

  public PodControl(Environment env) {
    this.api = env.api();
    this.events = env.events();
  }

  /** Creates a pod, or says why the server refused it. */
  public Created<Pod> create(ApiObject<?> owner, Pod pod) {
    Created<Pod> answer = api.create(pod);
    if (answer.object().isPresent()) {
      events.normal(owner, "SuccessfulCreate", "Created pod: " + answer.object().get().name());
    } else if (!answer.message().endsWith("because it is being terminated")) {
      // A namespace that goes away takes its controllers along: nobody is told.
      events.warning(owner, "FailedCreate", "Error creating: " + answer.message());
    }
    return answer;
  }

  /** Deletes a pod with its own grace period. */
  public void delete(ApiObject<?> owner, Pod pod) {
    PodDeletion.request(api, pod.key());
    events.normal(owner, "SuccessfulDelete", "Deleted pod: " + pod.name());
  }
}
