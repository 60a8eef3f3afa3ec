package foresail.simulation.controller;

import foresail.model.LabelSelector;
import foresail.simulation.api.ApiObject;
import foresail.simulation.api.OwnerReference;
import foresail.simulation.api.Pod;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pods that belong to a controller's object: its own, and those without a controller whose
 * labels it selects, which it adopts. A pod whose labels no longer match is let go.
 *
 * <p>Source: pkg/controller/controller_ref_manager.go, v1.36.
 */
public final class ClaimedPods {
  private final ApiServer api;
  private final Index<Pod> orphans;

  public ClaimedPods(Environment env) {
    this.api = env.api();
    this.orphans =
        api.index(
            Pod.KIND,
            pod ->
                pod.metadata().controller().isPresent()
                    ? Optional.empty()
                    : Optional.of(pod.namespace()));
  }

  /** All of them, terminating and ended ones too, in the order of their creation. */
  public List<Pod> of(ApiObject<?> owner, Optional<LabelSelector> selector) {
    if (selector.isEmpty()) {
      return api.controlledBy(Pod.KIND, owner.uid());
    }
    var pods = new ArrayList<Pod>();
    for (Pod pod : api.controlledBy(Pod.KIND, owner.uid())) {
      if (selector.get().matches(pod.metadata().labels())) {
        pods.add(pod);
      } else if (!owner.deleting()) {
        letGo(owner, pod);
      }
    }
    if (!owner.deleting()) {
      for (Pod pod : orphans.list(owner.namespace())) {
        if (PodPredicates.active(pod) && selector.get().matches(pod.metadata().labels())) {
          adopt(owner, pod).ifPresent(pods::add);
        }
      }
    }
    return pods;
  }

  private Optional<Pod> adopt(ApiObject<?> owner, Pod pod) {
    var owners = new ArrayList<>(pod.metadata().owners());
    owners.add(OwnerReference.controlledBy(owner));
    return api.update(
        Pod.KIND, pod.key(), now -> now.withMetadata(now.metadata().withOwners(owners)));
  }

  private void letGo(ApiObject<?> owner, Pod pod) {
    var owners = new ArrayList<>(pod.metadata().owners());
    owners.removeIf(reference -> reference.uid().equals(owner.uid()));
    api.update(Pod.KIND, pod.key(), now -> now.withMetadata(now.metadata().withOwners(owners)));
  }
}
