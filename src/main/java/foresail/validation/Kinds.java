package foresail.validation;

import foresail.validation.admission.MutatingPolicyChecks;
import foresail.validation.admission.ValidatingPolicyChecks;
import foresail.validation.admission.WebhookChecks;
import foresail.validation.check.Check;
import foresail.validation.config.ConfigMapChecks;
import foresail.validation.config.NamespaceChecks;
import foresail.validation.config.SecretChecks;
import foresail.validation.definition.DefinitionChecks;
import foresail.validation.meta.MetadataChecks;
import foresail.validation.network.EndpointSliceChecks;
import foresail.validation.network.EndpointsChecks;
import foresail.validation.network.IngressChecks;
import foresail.validation.network.IngressClassChecks;
import foresail.validation.network.NetworkPolicyChecks;
import foresail.validation.network.ServiceChecks;
import foresail.validation.network.ServiceRangeChecks;
import foresail.validation.node.LeaseChecks;
import foresail.validation.node.NodeChecks;
import foresail.validation.node.PriorityClassChecks;
import foresail.validation.node.RuntimeClassChecks;
import foresail.validation.pod.PodChecks;
import foresail.validation.policy.LimitRangeChecks;
import foresail.validation.policy.QuotaChecks;
import foresail.validation.policy.RoleBindingChecks;
import foresail.validation.policy.RoleChecks;
import foresail.validation.scaling.AutoscalerChecks;
import foresail.validation.scaling.DisruptionBudgetChecks;
import foresail.validation.storage.ClaimChecks;
import foresail.validation.storage.CsiChecks;
import foresail.validation.storage.PersistentVolumeChecks;
import foresail.validation.storage.StorageClassChecks;
import foresail.validation.workload.ControllerRevisionChecks;
import foresail.validation.workload.CronJobChecks;
import foresail.validation.workload.DaemonSetChecks;
import foresail.validation.workload.DeploymentChecks;
import foresail.validation.workload.JobChecks;
import foresail.validation.workload.ReplicationControllerChecks;
import foresail.validation.workload.StatefulSetChecks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which checks a kind has. The class that holds them is loaded when its first object comes:
 * start-up does not pay for kinds that do not occur.
 */
final class Kinds {
  /** Every kind that has checks, behind its group: {@code apps/Deployment}. */
  static final List<String> ALL =
      List.of(
          "/Pod",
          "/PodTemplate",
          "/ReplicationController",
          "/ConfigMap",
          "/Namespace",
          "/Secret",
          "/Service",
          "/ServiceAccount",
          "/PersistentVolume",
          "/PersistentVolumeClaim",
          "apps/Deployment",
          "apps/ReplicaSet",
          "apps/StatefulSet",
          "apps/DaemonSet",
          "apps/ControllerRevision",
          "batch/Job",
          "batch/CronJob",
          "networking.k8s.io/Ingress",
          "networking.k8s.io/IngressClass",
          "networking.k8s.io/NetworkPolicy",
          "networking.k8s.io/ServiceCIDR",
          "networking.k8s.io/IPAddress",
          "storage.k8s.io/StorageClass",
          "storage.k8s.io/CSIDriver",
          "storage.k8s.io/CSINode",
          "storage.k8s.io/CSIStorageCapacity",
          "storage.k8s.io/VolumeAttachment",
          "storage.k8s.io/VolumeAttributesClass",
          "/Endpoints",
          "discovery.k8s.io/EndpointSlice",
          "autoscaling/HorizontalPodAutoscaler",
          "policy/PodDisruptionBudget",
          "scheduling.k8s.io/PriorityClass",
          "node.k8s.io/RuntimeClass",
          "coordination.k8s.io/Lease",
          "apiextensions.k8s.io/CustomResourceDefinition",
          "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
          "admissionregistration.k8s.io/MutatingWebhookConfiguration",
          "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
          "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding",
          "admissionregistration.k8s.io/MutatingAdmissionPolicy",
          "admissionregistration.k8s.io/MutatingAdmissionPolicyBinding",
          "/LimitRange",
          "/Node",
          "/ResourceQuota",
          "rbac.authorization.k8s.io/ClusterRole",
          "rbac.authorization.k8s.io/ClusterRoleBinding",
          "rbac.authorization.k8s.io/Role",
          "rbac.authorization.k8s.io/RoleBinding");

  private Kinds() {}

  static Optional<Check> check(String group, String kind) {
    return Optional.ofNullable(
        switch (group) {
          case "" -> core(kind);
          case "apps" -> apps(kind);
          case "batch" -> batch(kind);
          case "networking.k8s.io" -> networking(kind);
          case "rbac.authorization.k8s.io" -> rbac(kind);
          case "storage.k8s.io" -> storage(kind);
          case "admissionregistration.k8s.io" -> admission(kind);
          default -> only(group, kind);
        });
  }

  /** Groups with one kind that has checks. */
  private static Check only(String group, String kind) {
    return switch (group + "/" + kind) {
      case "discovery.k8s.io/EndpointSlice" -> EndpointSliceChecks.ENDPOINT_SLICE;
      case "autoscaling/HorizontalPodAutoscaler" -> AutoscalerChecks.AUTOSCALER;
      case "policy/PodDisruptionBudget" -> DisruptionBudgetChecks.DISRUPTION_BUDGET;
      case "scheduling.k8s.io/PriorityClass" -> PriorityClassChecks.PRIORITY_CLASS;
      case "node.k8s.io/RuntimeClass" -> RuntimeClassChecks.RUNTIME_CLASS;
      case "coordination.k8s.io/Lease" -> LeaseChecks.LEASE;
      case "apiextensions.k8s.io/CustomResourceDefinition" -> DefinitionChecks.DEFINITION;
      default -> null;
    };
  }

  private static Check core(String kind) {
    return switch (kind) {
      case "Pod" -> PodChecks.POD;
      case "PodTemplate" -> PodChecks.POD_TEMPLATE;
      case "ReplicationController" -> ReplicationControllerChecks.REPLICATION_CONTROLLER;
      case "ConfigMap" -> ConfigMapChecks.CONFIG_MAP;
      case "Endpoints" -> EndpointsChecks.ENDPOINTS;
      case "Namespace" -> NamespaceChecks.NAMESPACE;
      case "Secret" -> SecretChecks.SECRET;
      case "Service" -> ServiceChecks.SERVICE;
      case "ServiceAccount" -> NamespaceChecks.SERVICE_ACCOUNT;
      case "LimitRange" -> LimitRangeChecks.LIMIT_RANGE;
      case "Node" -> NodeChecks.NODE;
      case "ResourceQuota" -> QuotaChecks.RESOURCE_QUOTA;
      case "PersistentVolume" -> PersistentVolumeChecks.PERSISTENT_VOLUME;
      case "PersistentVolumeClaim" -> ClaimChecks.PERSISTENT_VOLUME_CLAIM;
      default -> null;
    };
  }

  private static Check apps(String kind) {
    return switch (kind) {
      case "Deployment" -> DeploymentChecks.DEPLOYMENT;
      case "ReplicaSet" -> DeploymentChecks.REPLICA_SET;
      case "StatefulSet" -> StatefulSetChecks.STATEFUL_SET;
      case "DaemonSet" -> DaemonSetChecks.DAEMON_SET;
      case "ControllerRevision" -> ControllerRevisionChecks.CONTROLLER_REVISION;
      default -> null;
    };
  }

  private static Check batch(String kind) {
    return switch (kind) {
      case "Job" -> JobChecks.JOB;
      case "CronJob" -> CronJobChecks.CRON_JOB;
      default -> null;
    };
  }

  private static Check networking(String kind) {
    return switch (kind) {
      case "Ingress" -> IngressChecks.INGRESS;
      case "IngressClass" -> IngressClassChecks.INGRESS_CLASS;
      case "NetworkPolicy" -> NetworkPolicyChecks.NETWORK_POLICY;
      case "ServiceCIDR" -> ServiceRangeChecks.SERVICE_CIDR;
      case "IPAddress" -> ServiceRangeChecks.IP_ADDRESS;
      default -> null;
    };
  }

  private static Check rbac(String kind) {
    return switch (kind) {
      case "ClusterRole" -> RoleChecks.CLUSTER_ROLE;
      case "ClusterRoleBinding" -> RoleBindingChecks.CLUSTER_ROLE_BINDING;
      case "Role" -> RoleChecks.ROLE;
      case "RoleBinding" -> RoleBindingChecks.ROLE_BINDING;
      default -> null;
    };
  }

  private static Check storage(String kind) {
    return switch (kind) {
      case "StorageClass" -> StorageClassChecks.STORAGE_CLASS;
      case "CSIDriver" -> CsiChecks.CSI_DRIVER;
      case "CSINode" -> CsiChecks.CSI_NODE;
      case "CSIStorageCapacity" -> CsiChecks.CSI_STORAGE_CAPACITY;
      case "VolumeAttachment" -> CsiChecks.VOLUME_ATTACHMENT;
      case "VolumeAttributesClass" -> CsiChecks.VOLUME_ATTRIBUTES_CLASS;
      default -> null;
    };
  }

  private static Check admission(String kind) {
    return switch (kind) {
      case "ValidatingWebhookConfiguration" -> WebhookChecks.VALIDATING;
      case "MutatingWebhookConfiguration" -> WebhookChecks.MUTATING;
      case "ValidatingAdmissionPolicy" -> ValidatingPolicyChecks.POLICY;
      case "ValidatingAdmissionPolicyBinding" -> ValidatingPolicyChecks.BINDING;
      case "MutatingAdmissionPolicy" -> MutatingPolicyChecks.POLICY;
      case "MutatingAdmissionPolicyBinding" -> MutatingPolicyChecks.BINDING;
      default -> null;
    };
  }

  /** The ids of all facts that can be told about some object; in the order of {@link #ALL}. */
  static Set<String> facts() {
    Set<String> facts = new LinkedHashSet<>(MetadataChecks.NAME_IN_URL.facts());
    for (String name : ALL) {
      int slash = name.indexOf('/');
      check(name.substring(0, slash), name.substring(slash + 1))
          .ifPresent(check -> facts.addAll(check.facts()));
    }
    return facts;
  }
}
