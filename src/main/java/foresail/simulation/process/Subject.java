package foresail.simulation.process;

import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Deployment;
import foresail.simulation.api.Job;
import foresail.simulation.api.Key;
import foresail.simulation.api.OwnerReference;
import foresail.simulation.api.Pod;
import foresail.simulation.api.ReplicaSet;
import foresail.simulation.store.ApiServer;
import java.util.Optional;

/**
 * The object that a user wrote and that a pod comes of: its workload, or the pod itself.
 *
 * @param kind {@code Deployment}, {@code Pod} ...
 */
record Subject(String kind, String name) {
  static Subject of(Pod pod, ApiServer api) {
    Optional<OwnerReference> owner = pod.metadata().controller();
    if (owner.isEmpty()) {
      return new Subject("Pod", pod.name());
    }
    OwnerReference direct = owner.get();
    Optional<OwnerReference> above = above(direct, pod.namespace(), api);
    OwnerReference written = above.orElse(direct);
    return new Subject(written.kind(), written.name());
  }

  private static Optional<OwnerReference> above(
      OwnerReference owner, String namespace, ApiServer api) {
    var key = new Key(namespace, owner.name());
    Optional<? extends ApiObject<?>> object =
        switch (owner.kind()) {
          case "ReplicaSet" -> api.get(ReplicaSet.KIND, key);
          case "Job" -> api.get(Job.KIND, key);
          case "Deployment" -> api.get(Deployment.KIND, key);
          default -> Optional.empty();
        };
    return object.flatMap(found -> found.metadata().controller());
  }

  @Override
  public String toString() {
    return kind + "/" + name;
  }
}
