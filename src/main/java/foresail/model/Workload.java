package foresail.model;

import java.util.Optional;

/** An object that is a pod or makes pods from a template. */
public sealed interface Workload extends KubernetesObject
    permits Pod,
        Deployment,
        ReplicaSet,
        ReplicationController,
        StatefulSet,
        DaemonSet,
        Job,
        CronJob,
        PodTemplateObject {
  PodTemplate template();

  /** Which pods belong to it; empty where it does not select or the server generates it. */
  default Optional<LabelSelector> selector() {
    return Optional.empty();
  }
}
