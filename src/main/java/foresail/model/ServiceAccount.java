package foresail.model;

import foresail.source.Manifest;
import java.util.List;
import java.util.Optional;

/** As whom a pod speaks to the API server. */
public record ServiceAccount(
    Manifest manifest,
    ObjectMeta metadata,
    Optional<Boolean> automountToken,
    List<String> imagePullSecrets)
    implements KubernetesObject {
  static ServiceAccount of(Manifest manifest, Fields object) {
    return new ServiceAccount(
        manifest,
        ObjectMeta.of(object),
        object.optionalBool("automountServiceAccountToken"),
        object.list("imagePullSecrets", secret -> secret.string("name")));
  }
}
