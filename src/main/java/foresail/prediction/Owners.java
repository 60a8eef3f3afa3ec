package foresail.prediction;

import foresail.simulation.api.ApiObject;
import foresail.simulation.api.OwnerReference;
import foresail.simulation.api.Pod;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the object that a user wrote behind a pod: of Deployment and ReplicaSet the Deployment. */
final class Owners {
  private final Map<String, OwnerReference> controllers = new HashMap<>();

  void add(ApiObject<?> object) {
    object.metadata().controller().ifPresent(owner -> controllers.put(object.uid(), owner));
  }

  /** {@code Deployment/web}; empty for a pod that nothing controls. */
  Optional<String> of(Pod pod) {
    Optional<OwnerReference> owner = pod.metadata().controller();
    while (owner.isPresent() && controllers.containsKey(owner.get().uid())) {
      owner = Optional.of(controllers.get(owner.get().uid()));
    }
    return owner.map(each -> each.kind() + "/" + each.name());
  }
}
