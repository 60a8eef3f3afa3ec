package foresail.policy;

import foresail.model.KubernetesObject;
import foresail.source.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A type of objects as requests name it.
 *
 * @param resource its name in paths: {@code deployments}
 */
record ResourceType(
    String group, String version, String kind, String resource, boolean namespaced) {
  private static final Set<String> CLUSTER_SCOPED =
      Set.of(
          "/Namespace",
          "/Node",
          "/PersistentVolume",
          "admissionregistration.k8s.io/MutatingAdmissionPolicy",
          "admissionregistration.k8s.io/MutatingAdmissionPolicyBinding",
          "admissionregistration.k8s.io/MutatingWebhookConfiguration",
          "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
          "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding",
          "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
          "apiextensions.k8s.io/CustomResourceDefinition",
          "apiregistration.k8s.io/APIService",
          "certificates.k8s.io/CertificateSigningRequest",
          "certificates.k8s.io/ClusterTrustBundle",
          "flowcontrol.apiserver.k8s.io/FlowSchema",
          "flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration",
          "networking.k8s.io/IPAddress",
          "networking.k8s.io/IngressClass",
          "networking.k8s.io/ServiceCIDR",
          "node.k8s.io/RuntimeClass",
          "rbac.authorization.k8s.io/ClusterRole",
          "rbac.authorization.k8s.io/ClusterRoleBinding",
          "resource.k8s.io/DeviceClass",
          "resource.k8s.io/DeviceTaintRule",
          "resource.k8s.io/ResourceSlice",
          "scheduling.k8s.io/PriorityClass",
          "storage.k8s.io/CSIDriver",
          "storage.k8s.io/CSINode",
          "storage.k8s.io/StorageClass",
          "storage.k8s.io/VolumeAttachment",
          "storage.k8s.io/VolumeAttributesClass",
          "storagemigration.k8s.io/StorageVersionMigration");

  static final ResourceType POD = new ResourceType("", "v1", "Pod", "pods", true);

  /** Types by group and kind, of the definitions of custom resources among the objects. */
  static Map<String, ResourceType> defined(List<KubernetesObject> objects) {
    Map<String, ResourceType> types = new HashMap<>();
    for (KubernetesObject object : objects) {
      if (object.kind().equals("CustomResourceDefinition")) {
        Node spec = object.node().get("spec").orElse(object.node());
        String group = spec.string("group").orElse("");
        Node names = spec.get("names").orElse(spec);
        String kind = names.string("kind").orElse("");
        String plural = names.string("plural").orElse("");
        boolean namespaced = !spec.string("scope").orElse("").equals("Cluster");
        types.put(group + "/" + kind, new ResourceType(group, "", kind, plural, namespaced));
      }
    }
    return types;
  }

  /** Whether the type is of a group that the server itself serves. */
  boolean isBuiltIn() {
    return !group.contains(".") || group.endsWith(".k8s.io");
  }

  static ResourceType of(String apiVersion, String kind, Map<String, ResourceType> defined) {
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    String version = apiVersion.substring(slash + 1);
    ResourceType custom = defined.get(group + "/" + kind);
    return custom == null
        ? new ResourceType(
            group, version, kind, plural(kind), !CLUSTER_SCOPED.contains(group + "/" + kind))
        : new ResourceType(group, version, kind, custom.resource, custom.namespaced);
  }

  /** As the server's own kinds are named (apimachinery/pkg/api/meta/restmapper.go, v1.36). */
  private static String plural(String kind) {
    String name = kind.toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.endsWith("endpoints")) {
      return name;
    }
    return switch (name.charAt(name.length() - 1)) {
      case 's' -> name + "es";
      case 'y' -> name.substring(0, name.length() - 1) + "ies";
      default -> name + "s";
    };
  }
}
