package foresail.model;

import foresail.notation.Quantity;
import foresail.source.Manifest;
import java.util.List;
import java.util.Map;

/**
 * By which program of the node pods run, what that costs, and where it can be had.
 *
 * @param overhead what each pod needs beside its containers
 * @param nodeSelector put together with the pod's own
 * @param tolerations put behind the pod's own
 */
public record RuntimeClass(
    Manifest manifest,
    ObjectMeta metadata,
    Map<String, Quantity> overhead,
    Map<String, String> nodeSelector,
    List<Toleration> tolerations)
    implements KubernetesObject {
  static RuntimeClass of(Manifest manifest, Fields object) {
    Fields scheduling = object.orEmpty("scheduling");
    return new RuntimeClass(
        manifest,
        ObjectMeta.of(object),
        object.orEmpty("overhead").quantities("podFixed"),
        scheduling.stringMap("nodeSelector"),
        scheduling.list("tolerations", Toleration::of));
  }
}
