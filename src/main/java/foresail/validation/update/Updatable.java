package foresail.validation.update;

import java.util.Optional;

/** What may not change of which kind; the class is loaded when the first such object comes. */
final class Updatable {
  private Updatable() {}

  /** Empty where everything may change. */
  static Optional<ChangeCheck> check(String group, String kind) {
    return Optional.ofNullable(
        switch (group) {
          case "" -> core(kind);
          case "apps" -> apps(kind);
          case "batch" -> kind.equals("Job") ? JobUpdates.JOB : null;
          case "storage.k8s.io" -> storage(kind);
          case "networking.k8s.io" -> networking(kind);
          default -> other(group + "/" + kind);
        });
  }

  private static ChangeCheck core(String kind) {
    return switch (kind) {
      case "Pod" -> PodUpdates.POD;
      case "Service" -> ServiceUpdates.SERVICE;
      case "PersistentVolume" -> VolumeUpdates.PERSISTENT_VOLUME;
      case "PersistentVolumeClaim" -> VolumeUpdates.CLAIM;
      case "ConfigMap" -> ConfigUpdates.CONFIG_MAP;
      case "Secret" -> ConfigUpdates.SECRET;
      case "ResourceQuota" -> ConfigUpdates.RESOURCE_QUOTA;
      case "Node" -> ClusterUpdates.NODE;
      default -> null;
    };
  }

  private static ChangeCheck apps(String kind) {
    return switch (kind) {
      case "Deployment", "ReplicaSet", "DaemonSet" -> WorkloadUpdates.SELECTOR;
      case "StatefulSet" -> WorkloadUpdates.STATEFUL_SET;
      case "ControllerRevision" -> WorkloadUpdates.CONTROLLER_REVISION;
      default -> null;
    };
  }

  private static ChangeCheck storage(String kind) {
    return switch (kind) {
      case "StorageClass" -> StorageUpdates.STORAGE_CLASS;
      case "CSIDriver" -> StorageUpdates.CSI_DRIVER;
      case "CSINode" -> StorageUpdates.CSI_NODE;
      case "CSIStorageCapacity" -> StorageUpdates.CSI_STORAGE_CAPACITY;
      case "VolumeAttachment" -> StorageUpdates.VOLUME_ATTACHMENT;
      case "VolumeAttributesClass" -> StorageUpdates.VOLUME_ATTRIBUTES_CLASS;
      default -> null;
    };
  }

  private static ChangeCheck networking(String kind) {
    return switch (kind) {
      case "IngressClass" -> ClusterUpdates.INGRESS_CLASS;
      case "IPAddress" -> ClusterUpdates.IP_ADDRESS;
      case "ServiceCIDR" -> ClusterUpdates.SERVICE_CIDR;
      default -> null;
    };
  }

  private static ChangeCheck other(String name) {
    return switch (name) {
      case "rbac.authorization.k8s.io/RoleBinding",
          "rbac.authorization.k8s.io/ClusterRoleBinding" ->
          ClusterUpdates.ROLE_BINDING;
      case "scheduling.k8s.io/PriorityClass" -> ClusterUpdates.PRIORITY_CLASS;
      case "node.k8s.io/RuntimeClass" -> ClusterUpdates.RUNTIME_CLASS;
      case "discovery.k8s.io/EndpointSlice" -> ClusterUpdates.ENDPOINT_SLICE;
      case "coordination.k8s.io/LeaseCandidate" -> ClusterUpdates.LEASE_CANDIDATE;
      case "certificates.k8s.io/ClusterTrustBundle" -> ClusterUpdates.CLUSTER_TRUST_BUNDLE;
      case "certificates.k8s.io/PodCertificateRequest",
          "resource.k8s.io/ResourceClaim",
          "resource.k8s.io/ResourceClaimTemplate" ->
          ClusterUpdates.WHOLE_SPEC;
      case "apiextensions.k8s.io/CustomResourceDefinition" -> ClusterUpdates.RESOURCE_DEFINITION;
      default -> null;
    };
  }
}
