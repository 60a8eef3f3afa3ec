package foresail.validation.pod;

import foresail.notation.Quantity;
import foresail.validation.check.Field;

/**
 * What the containers of a pod ask for together (k8s.io/component-helpers/resource/helpers.go,
 * v1.36).
 */
final class PodResources {
  private PodResources() {}

  /**
   * The sum over containers and sidecars, or what an init container needs beside the sidecars
   * started before it, whichever is more.
   *
   * @param list {@code requests} or {@code limits}
   * @param limitsAsRequests whether a missing request is the limit, as the defaults of pods have it
   */
  static Quantity aggregate(Field spec, String list, String resource, boolean limitsAsRequests) {
    Quantity sum = Quantity.ZERO;
    for (Field container : spec.get("containers").items()) {
      sum = sum.plus(of(container, list, resource, limitsAsRequests));
    }
    Quantity sidecars = Quantity.ZERO;
    Quantity most = Quantity.ZERO;
    for (Field init : spec.get("initContainers").items()) {
      Quantity own = of(init, list, resource, limitsAsRequests);
      if (PodSpecs.isSidecar(init)) {
        sum = sum.plus(own);
        sidecars = sidecars.plus(own);
        own = sidecars;
      } else {
        own = own.plus(sidecars);
      }
      most = most.max(own);
    }
    return sum.max(most);
  }

  private static Quantity of(Field container, String list, String resource, boolean limitToo) {
    Field resources = container.get("resources");
    Field amount = resources.get(list).get(resource);
    if (!amount.isSet() && limitToo && list.equals("requests")) {
      amount = resources.get("limits").get(resource);
    }
    return amount.quantity();
  }
}
