package foresail.schema.defaults;

import foresail.schema.Kind;
import foresail.source.MappingNode;

/**
 * Adds what the server adds to an object that it stores. Added nodes have no text: they point at
 * the key of the nearest written parent.
 *
 * <p>Not added is what only a cluster knows (addresses, node ports, uids) and what admission puts
 * into pods, see {@link AdmissionDefaults}. Applied twice, the second time changes nothing.
 */
public final class Defaults {
  private Defaults() {}

  /**
   * @param root an object of the kind without nulls, which need not be valid
   * @return the object with defaults; itself where there is nothing to add
   */
  public static MappingNode add(Kind kind, MappingNode root) {
    Draft draft = Draft.of(root);
    add(kind.type(), draft);
    return draft.build();
  }

  private static void add(String type, Draft object) {
    switch (type) {
      case "core.v1.Pod" -> PodDefaults.pod(object);
      case "core.v1.PodTemplate" -> PodDefaults.template(object.object("template"));
      case "core.v1.ReplicationController" -> WorkloadDefaults.replicationController(object);
      case "core.v1.Service" -> ServiceDefaults.service(object);
      case "core.v1.Endpoints" -> ServiceDefaults.endpoints(object);
      case "core.v1.Secret" -> CoreDefaults.secret(object);
      case "core.v1.ConfigMap" -> CoreDefaults.configMap(object);
      case "core.v1.Namespace" -> CoreDefaults.namespace(object);
      case "core.v1.LimitRange" -> CoreDefaults.limitRange(object);
      case "core.v1.PersistentVolume" -> VolumeDefaults.persistentVolume(object);
      case "core.v1.PersistentVolumeClaim" -> VolumeDefaults.claim(object);
      case "apps.v1.Deployment" -> WorkloadDefaults.deployment(object);
      case "apps.v1.ReplicaSet" -> WorkloadDefaults.replicaSet(object);
      case "apps.v1.StatefulSet" -> WorkloadDefaults.statefulSet(object);
      case "apps.v1.DaemonSet" -> WorkloadDefaults.daemonSet(object);
      case "batch.v1.Job" -> BatchDefaults.job(object);
      case "batch.v1.CronJob" -> BatchDefaults.cronJob(object);
      case "autoscaling.v1.HorizontalPodAutoscaler" -> ScalingDefaults.autoscalerV1(object);
      case "autoscaling.v2.HorizontalPodAutoscaler" -> ScalingDefaults.autoscaler(object);
      case "discovery.v1.EndpointSlice" -> ServiceDefaults.endpointSlice(object);
      case "networking.v1.NetworkPolicy" -> NetworkDefaults.networkPolicy(object);
      case "networking.v1.IngressClass" -> NetworkDefaults.ingressClass(object);
      case "rbac.v1.RoleBinding", "rbac.v1.ClusterRoleBinding" -> AccessDefaults.binding(object);
      case "scheduling.v1.PriorityClass" ->
          object.optionalText("preemptionPolicy", "PreemptLowerPriority");
      case "storage.v1.StorageClass" -> StorageDefaults.storageClass(object);
      case "storage.v1.CSIDriver" -> StorageDefaults.csiDriver(object);
      default -> addToExtension(type, object);
    }
  }

  private static void addToExtension(String type, Draft object) {
    switch (type) {
      case "admissionregistration.v1.MutatingWebhookConfiguration" ->
          HookDefaults.mutatingWebhooks(object);
      case "admissionregistration.v1.ValidatingWebhookConfiguration" ->
          HookDefaults.validatingWebhooks(object);
      case "admissionregistration.v1.ValidatingAdmissionPolicy",
          "admissionregistration.v1.MutatingAdmissionPolicy" ->
          HookDefaults.policy(object);
      case "admissionregistration.v1.ValidatingAdmissionPolicyBinding",
          "admissionregistration.v1.MutatingAdmissionPolicyBinding" ->
          HookDefaults.policyBinding(object);
      case "apiregistration.v1.APIService" -> HookDefaults.apiService(object);
      case "apiextensions.v1.CustomResourceDefinition" ->
          HookDefaults.customResourceDefinition(object);
      default -> {}
    }
  }
}
