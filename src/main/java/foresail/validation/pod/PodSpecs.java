package foresail.validation.pod;

import foresail.validation.check.Field;
import java.util.ArrayList;
import java.util.List;

/** Ways through the spec of a pod. */
final class PodSpecs {
  private PodSpecs() {}

  /** The pod's spec in which a field stands. */
  static Field around(Field inside) {
    Field field = inside;
    while (!field.name().equals("spec")) {
      field = field.parent();
    }
    return field;
  }

  /** The containers of all lists, in the order in which the server walks them. */
  static List<Field> containers(Field spec) {
    List<Field> all = new ArrayList<>(spec.get("initContainers").items());
    all.addAll(spec.get("containers").items());
    all.addAll(spec.get("ephemeralContainers").items());
    return all;
  }

  /** Whether an init container goes on running beside the others. */
  static boolean isSidecar(Field initContainer) {
    return initContainer.get("restartPolicy").is("Always");
  }

  /** {@code linux}, {@code windows}, or empty where the pod does not say. */
  static String os(Field spec) {
    return spec.at("os", "name").text();
  }
}
