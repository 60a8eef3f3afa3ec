package foresail.simulation.api;

import foresail.model.KubernetesObject;
import java.util.Optional;

/**
 * An object that does nothing by itself and has no status that matters here: it is what its
 * manifest declares.
 *
 * @param manifest empty for an object that the cluster brings along, such as a namespace's default
 *     ServiceAccount
 */
public record Declared(
    Kind<Declared> kind, ObjectMeta metadata, Optional<KubernetesObject> manifest)
    implements ApiObject<Declared> {
  public static final Kind<Declared> NAMESPACE = new Kind<>("v1", "Namespace", "namespaces", false);
  public static final Kind<Declared> CONFIG_MAP = new Kind<>("v1", "ConfigMap", "configmaps", true);
  public static final Kind<Declared> SECRET = new Kind<>("v1", "Secret", "secrets", true);
  public static final Kind<Declared> SERVICE = new Kind<>("v1", "Service", "services", true);
  public static final Kind<Declared> SERVICE_ACCOUNT =
      new Kind<>("v1", "ServiceAccount", "serviceaccounts", true);
  public static final Kind<Declared> LIMIT_RANGE =
      new Kind<>("v1", "LimitRange", "limitranges", true);
  public static final Kind<Declared> RESOURCE_QUOTA =
      new Kind<>("v1", "ResourceQuota", "resourcequotas", true);
  public static final Kind<Declared> PRIORITY_CLASS =
      new Kind<>("scheduling.k8s.io/v1", "PriorityClass", "priorityclasses", false);
  public static final Kind<Declared> RUNTIME_CLASS =
      new Kind<>("node.k8s.io/v1", "RuntimeClass", "runtimeclasses", false);

  @Override
  public Declared withMetadata(ObjectMeta newMetadata) {
    return new Declared(kind, newMetadata, manifest);
  }

  /** What the manifest declares, where it is of this type. */
  public <T> Optional<T> as(Class<T> type) {
    return manifest.filter(type::isInstance).map(type::cast);
  }
}
