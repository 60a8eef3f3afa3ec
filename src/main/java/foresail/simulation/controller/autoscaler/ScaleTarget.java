package foresail.simulation.controller.autoscaler;

import foresail.simulation.api.Autoscaler;
import foresail.simulation.api.Deployment;
import foresail.simulation.api.Key;
import foresail.simulation.api.ReplicaSet;
import foresail.simulation.api.StatefulSet;
import foresail.simulation.store.ApiServer;
import java.util.Locale;
import java.util.Optional;

/** The object that an autoscaler names: reads and changes its replicas. */
final class ScaleTarget {
  private final ApiServer api;

  ScaleTarget(ApiServer api) {
    this.api = api;
  }

  /** Empty where there is no such object, or its kind does not scale. */
  Optional<Integer> replicas(Autoscaler autoscaler) {
    Key key = key(autoscaler);
    return switch (autoscaler.spec().targetKind()) {
      case "Deployment" -> api.get(Deployment.KIND, key).map(Deployment::replicas);
      case "StatefulSet" -> api.get(StatefulSet.KIND, key).map(StatefulSet::replicas);
      case "ReplicaSet" -> api.get(ReplicaSet.KIND, key).map(ReplicaSet::replicas);
      case "ReplicationController" ->
          api.get(ReplicaSet.REPLICATION_CONTROLLER, key).map(ReplicaSet::replicas);
      default -> Optional.empty();
    };
  }

  void scale(Autoscaler autoscaler, int replicas) {
    Key key = key(autoscaler);
    switch (autoscaler.spec().targetKind()) {
      case "Deployment" -> api.updateSpec(Deployment.KIND, key, now -> now.withReplicas(replicas));
      case "StatefulSet" ->
          api.updateSpec(StatefulSet.KIND, key, now -> now.withReplicas(replicas));
      case "ReplicaSet" -> api.updateSpec(ReplicaSet.KIND, key, now -> now.withReplicas(replicas));
      case "ReplicationController" ->
          api.updateSpec(ReplicaSet.REPLICATION_CONTROLLER, key, now -> now.withReplicas(replicas));
      default -> throw new AssertionError(autoscaler.spec().targetKind());
    }
  }

  /** The server's words where the target cannot be had. */
  String missing(Autoscaler autoscaler) {
    String kind = autoscaler.spec().targetKind();
    String version = autoscaler.spec().targetApiVersion();
    int slash = version.indexOf('/');
    String group = slash < 0 ? "" : version.substring(0, slash);
    return switch (kind) {
      case "Deployment", "StatefulSet", "ReplicaSet", "ReplicationController" ->
          "%ss%s \"%s\" not found"
              .formatted(
                  kind.toLowerCase(Locale.ROOT),
                  group.isEmpty() ? "/scale" : "/scale." + group,
                  autoscaler.spec().targetName());
      default -> "no matches for kind \"" + kind + "\" in group \"" + group + "\"";
    };
  }

  private static Key key(Autoscaler autoscaler) {
    return new Key(autoscaler.namespace(), autoscaler.spec().targetName());
  }
}
