package foresail.graph;

import java.util.Set;

/** Kinds of Kubernetes itself whose names other projects use for kinds of their own. */
final class TypedKinds {
  private static final Set<String> KINDS =
      Set.of(
          "Service",
          "Ingress",
          "Job",
          "Deployment",
          "ConfigMap",
          "Secret",
          "ServiceAccount",
          "Pod",
          "Role",
          "Namespace",
          "Node",
          "StorageClass");

  private TypedKinds() {}

  static boolean has(String kind) {
    return KINDS.contains(kind);
  }
}
