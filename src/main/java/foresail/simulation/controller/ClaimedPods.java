package foresail.simulation.controller;

import foresail.model.LabelSelector;
import foresail.simulation.api.ApiObject;
import foresail.simulation.api.OwnerReference;
import foresail.simulation.api.Pod;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Index;
import foresail.simulation.store.Watcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The pods that belong to a controller's object: its own, and those without a controller whose
 * labels it selects, which it adopts. A pod whose labels no longer match is let go.
 *
 * <p>Source: pkg/controller/controller_ref_manager.go, v1.36.
 */
public final class ClaimedPods {
  private final ApiServer api;
  private final Index<Pod> orphans;

  /** Uids of pods whose labels were changed after their creation. */
  private final Set<String> relabelled = new HashSet<>();

  public ClaimedPods(Environment env) {
    this.api = env.api();
    this.orphans =
        api.index(
            Pod.KIND,
            pod ->
                pod.metadata().controller().isPresent()
                    ? Optional.empty()
                    : Optional.of(pod.namespace()));
    api.watch(
        Pod.KIND,
        Duration.ZERO,
        new Watcher<Pod>() {
          @Override
          public void updated(Pod before, Pod now) {
            if (!before.metadata().labels().equals(now.metadata().labels())) {
              relabelled.add(now.uid());
            }
          }
        });
  }

  /** All of them, terminating and ended ones too, in the order of their creation. */
  public List<Pod> of(ApiObject<?> owner, Optional<LabelSelector> selector) {
    if (selector.isEmpty()) {
      return api.controlledBy(Pod.KIND, owner.uid());
    }
    List<Pod> owned = api.controlledBy(Pod.KIND, owner.uid());
    var pods = new ArrayList<Pod>(owned.size());
    for (Pod pod : owned) {
      // A template's labels match its selector, so that only changed ones need a look.
      boolean own = !relabelled.contains(pod.uid());
      if (own || selector.get().matches(pod.metadata().labels())) {
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
