package foresail.simulation.controller.disruption;

import foresail.simulation.api.ApiObject;
import foresail.simulation.api.DaemonSet;
import foresail.simulation.api.Deployment;
import foresail.simulation.api.Job;
import foresail.simulation.api.Key;
import foresail.simulation.api.Kind;
import foresail.simulation.api.OwnerReference;
import foresail.simulation.api.ReplicaSet;
import foresail.simulation.api.StatefulSet;
import foresail.simulation.store.ApiServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many pods the owners of pods want to have.
 *
 * <p>Source: getExpectedScale and its finders in pkg/controller/disruption/disruption.go, v1.36.
 */
final class OwnerScales {
  private final ApiServer api;

  OwnerScales(ApiServer api) {
    this.api = api;
  }

  /**
   * The sum of what was found, or why there is none.
   *
   * @param failure empty where all owners scale
   */
  record Sum(int replicas, Optional<String> failure) {
    private static Sum failed(String message) {
      return new Sum(0, Optional.of(message));
    }
  }

  private record Scale(String uid, int replicas) {}

  /** Counts every owner once, ReplicaSets of one Deployment together. Bare pods count nothing. */
  Sum sum(CoveredPods pods, String namespace) {
    Map<String, Integer> scales = new HashMap<>();
    for (CoveredPods.Owned owned : pods.owners()) {
      OwnerReference owner = owned.owner();
      for (Kind<?> kind : new Kind<?>[] {DaemonSet.KIND, Job.KIND}) {
        if (isA(kind, owner)) {
          return Sum.failed(kind.resource() + " does not implement the scale subresource");
        }
      }
      Optional<Scale> scale = scale(owner, new Key(namespace, owner.name()));
      if (scale.isEmpty()) {
        return Sum.failed("found no controllers for pod \"" + owned.example() + "\"");
      }
      scales.put(scale.get().uid(), scale.get().replicas());
    }
    int sum = 0;
    for (int replicas : scales.values()) {
      sum += replicas;
    }
    return new Sum(sum, Optional.empty());
  }

  private Optional<Scale> scale(OwnerReference owner, Key key) {
    if (isA(ReplicaSet.KIND, owner)) {
      return find(ReplicaSet.KIND, key, owner).map(this::deploymentOrItself);
    }
    if (isA(ReplicaSet.REPLICATION_CONTROLLER, owner)) {
      return find(ReplicaSet.REPLICATION_CONTROLLER, key, owner)
          .map(set -> new Scale(set.uid(), set.replicas()));
    }
    if (isA(StatefulSet.KIND, owner)) {
      return find(StatefulSet.KIND, key, owner).map(set -> new Scale(set.uid(), set.replicas()));
    }
    return Optional.empty();
  }

  private Scale deploymentOrItself(ReplicaSet set) {
    return set.metadata()
        .controller()
        .filter(owner -> isA(Deployment.KIND, owner))
        .flatMap(owner -> find(Deployment.KIND, new Key(set.namespace(), owner.name()), owner))
        .map(deployment -> new Scale(deployment.uid(), deployment.replicas()))
        .orElseGet(() -> new Scale(set.uid(), set.replicas()));
  }

  private <O extends ApiObject<O>> Optional<O> find(Kind<O> kind, Key key, OwnerReference owner) {
    return api.get(kind, key).filter(object -> object.uid().equals(owner.uid()));
  }

  private static boolean isA(Kind<?> kind, OwnerReference owner) {
    return kind.name().equals(owner.kind()) && kind.apiVersion().equals(owner.apiVersion());
  }
}
