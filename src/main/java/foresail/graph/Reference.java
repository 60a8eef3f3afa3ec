package foresail.graph;

import foresail.model.Container;
import foresail.model.KubernetesObject;
import java.util.List;
import java.util.Optional;

/**
 * One object names another.
 *
 * @param from the object that holds the reference
 * @param use what for
 * @param kind of the object that is named
 * @param namespace in which it is looked for; empty for any, and for kinds without namespaces
 * @param at the name's text
 * @param container the one that needs it; empty where it is the pod's or the object's
 * @param keys of the ConfigMap or Secret that are wanted; empty for all
 * @param optional whether the manifest says that it may be missing
 */
public record Reference(
    KubernetesObject from,
    Use use,
    String kind,
    String namespace,
    String name,
    Place at,
    Optional<Container> container,
    List<Key> keys,
    boolean optional,
    Resolution resolution) {
  public Reference {
    keys = List.copyOf(keys);
  }

  /** What a reference is for: it decides what happens when nothing is there. */
  public enum Use {
    ENV,
    ENV_FROM,
    VOLUME,
    IMAGE_PULL,
    ACCOUNT,
    PRIORITY,
    RUNTIME,
    RESOURCE_CLAIM,
    STORAGE_CLASS,
    BOUND_VOLUME,
    GOVERNING_SERVICE,
    INGRESS_BACKEND,
    INGRESS_CLASS,
    TLS,
    SCALE_TARGET,
    ROLE,
    SUBJECT;

    /** Whether a pod is not what it would be without the object that is named. */
    public boolean isOfPods() {
      return switch (this) {
        case ENV,
            ENV_FROM,
            VOLUME,
            IMAGE_PULL,
            ACCOUNT,
            PRIORITY,
            RUNTIME,
            RESOURCE_CLAIM,
            STORAGE_CLASS,
            BOUND_VOLUME,
            GOVERNING_SERVICE ->
            true;
        case INGRESS_BACKEND, INGRESS_CLASS, TLS, SCALE_TARGET, ROLE, SUBJECT -> false;
      };
    }
  }

  /**
   * A key of a ConfigMap or Secret.
   *
   * @param at the key's text
   */
  public record Key(String key, Place at) {}

  public boolean dangles() {
    return resolution instanceof Resolution.Dangling;
  }

  /** The objects that it means; empty where it dangles or only the name is known. */
  public List<KubernetesObject> objects() {
    return resolution instanceof Resolution.Resolved resolved ? resolved.objects() : List.of();
  }
}
