package foresail.model;

import foresail.notation.Quantity;
import foresail.source.Manifest;
import foresail.source.Node;
import java.util.List;
import java.util.Map;

/** Bounds and defaults for what each container or pod of a namespace may ask for. */
public record LimitRange(Manifest manifest, ObjectMeta metadata, List<Item> limits)
    implements KubernetesObject {
  /**
   * @param type Container, Pod or PersistentVolumeClaim
   */
  public record Item(
      Node node,
      String type,
      Map<String, Quantity> max,
      Map<String, Quantity> min,
      Map<String, Quantity> defaultLimit,
      Map<String, Quantity> defaultRequest,
      Map<String, Quantity> maxLimitRequestRatio)
      implements Located {
    static Item of(Fields item) {
      return new Item(
          item.node(),
          item.string("type"),
          item.quantities("max"),
          item.quantities("min"),
          item.quantities("default"),
          item.quantities("defaultRequest"),
          item.quantities("maxLimitRequestRatio"));
    }
  }

  static LimitRange of(Manifest manifest, Fields object) {
    return new LimitRange(
        manifest, ObjectMeta.of(object), object.orEmpty("spec").list("limits", Item::of));
  }
}
