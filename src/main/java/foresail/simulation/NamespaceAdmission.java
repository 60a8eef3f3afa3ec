package foresail.simulation;

import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Declared;
import foresail.simulation.controller.namespace.NamespaceController;
import foresail.simulation.store.Admission;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Created;
import java.util.List;
import java.util.Optional;

/**
 * Refuses what would be made in a namespace that is not there or about to go.
 *
 * <p>Source: apiserver/pkg/admission/plugin/namespace/lifecycle/admission.go, v1.36.
 */
final class NamespaceAdmission implements Admission {
  /** Those that nobody may delete. */
  private static final List<String> LASTING = List.of("default", "kube-system", "kube-public");

  private final ApiServer api;

  NamespaceAdmission(ApiServer api) {
    this.api = api;
  }

  /** Why a namespace cannot be deleted; empty where it can. */
  static Optional<String> lasts(String namespace) {
    return LASTING.contains(namespace)
        ? Optional.of(
            "namespaces \"" + namespace + "\" is forbidden: this namespace may not be deleted")
        : Optional.empty();
  }

  @Override
  public <O extends ApiObject<O>> Created<O> admit(O object) {
    if (object.kind() == (Object) Declared.NAMESPACE) {
      return Created.stored(
          object.withMetadata(
              object.metadata().withFinalizers(List.of(NamespaceController.FINALIZER))));
    }
    if (!object.kind().namespaced()) {
      return Created.stored(object);
    }
    Optional<Declared> namespace = api.get(Declared.NAMESPACE, "", object.namespace());
    if (namespace.isEmpty()) {
      return Created.refused("NotFound", "namespaces \"" + object.namespace() + "\" not found");
    }
    if (namespace.get().deleting()) {
      return Created.refused(
          "Forbidden",
          "%s \"%s\" is forbidden: unable to create new content in namespace %s because it is being"
                  .formatted(object.kind().resource(), shownName(object), object.namespace())
              + " terminated");
    }
    return Created.stored(object);
  }

  /** A generated name is not made yet at this step. */
  static String shownName(ApiObject<?> object) {
    String prefix = object.metadata().generateName();
    return prefix.isEmpty() ? object.name() : prefix;
  }
}
