package foresail.model;

import foresail.source.Manifest;

/** Reads what a manifest declares. */
public final class Model {
  private Model() {}

  /**
   * The typed object of a manifest; {@link OtherObject} for a kind that has no type here.
   *
   * @param manifest with the server's defaults; what a release does not serve any more (extensions)
   *     is typed too, so that others find what it declares, but has no defaults
   */
  public static KubernetesObject of(Manifest manifest) {
    Fields object = new Fields(manifest.root());
    return switch (manifest.id().group() + "/" + manifest.id().kind()) {
      case "/Pod" -> Pod.of(manifest, object);
      case "/PodTemplate" -> PodTemplateObject.of(manifest, object);
      case "/ReplicationController" -> ReplicationController.of(manifest, object);
      case "/Service" -> Service.of(manifest, object);
      case "/ConfigMap" -> ConfigData.ofConfigMap(manifest, object);
      case "/Secret" -> ConfigData.ofSecret(manifest, object);
      case "/PersistentVolumeClaim" -> Claim.of(manifest, object);
      case "/PersistentVolume" -> PersistentVolume.of(manifest, object);
      case "/ServiceAccount" -> ServiceAccount.of(manifest, object);
      case "/ResourceQuota" -> ResourceQuota.of(manifest, object);
      case "/LimitRange" -> LimitRange.of(manifest, object);
      case "/Node" -> ClusterNode.of(manifest, object);
      case "apps/Deployment", "extensions/Deployment" -> Deployment.of(manifest, object);
      case "apps/ReplicaSet", "extensions/ReplicaSet" -> ReplicaSet.of(manifest, object);
      case "apps/StatefulSet" -> StatefulSet.of(manifest, object);
      case "apps/DaemonSet", "extensions/DaemonSet" -> DaemonSet.of(manifest, object);
      case "batch/Job" -> Job.of(manifest, object);
      case "batch/CronJob" -> CronJob.of(manifest, object);
      case "networking.k8s.io/Ingress", "extensions/Ingress" -> Ingress.of(manifest, object);
      case "policy/PodDisruptionBudget" -> PodDisruptionBudget.of(manifest, object);
      case "autoscaling/HorizontalPodAutoscaler" -> HorizontalPodAutoscaler.of(manifest, object);
      case "storage.k8s.io/StorageClass" -> StorageClass.of(manifest, object);
      case "node.k8s.io/RuntimeClass" -> RuntimeClass.of(manifest, object);
      case "scheduling.k8s.io/PriorityClass" -> PriorityClass.of(manifest, object);
      default -> OtherObject.of(manifest, object);
    };
  }
}
