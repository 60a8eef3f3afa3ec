package foresail.graph;

import java.util.Set;

/** Kinds whose objects have no namespace, as far as other objects name them. */
final class ClusterScope {
  private static final Set<String> KINDS =
      Set.of(
          "Namespace",
          "Node",
          "PersistentVolume",
          "StorageClass",
          "PriorityClass",
          "RuntimeClass",
          "IngressClass",
          "GatewayClass",
          "ClusterRole",
          "ClusterRoleBinding",
          "CustomResourceDefinition");

  private ClusterScope() {}

  static boolean has(String kind) {
    return KINDS.contains(kind);
  }
}
