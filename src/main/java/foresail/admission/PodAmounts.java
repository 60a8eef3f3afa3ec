package foresail.admission;

import foresail.model.Container;
import foresail.model.PodSpec;
import foresail.model.Resources;
import foresail.notation.Quantity;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a pod's containers ask for, or may use, together.
 *
 * <p>Source: PodRequests and PodLimits in component-helpers/resource/helpers.go, v1.36.
 */
final class PodAmounts {
  private PodAmounts() {}

  static Map<String, Quantity> requests(PodSpec spec) {
    Map<String, Quantity> total = total(spec, Resources::requests);
    total.putAll(spec.resources().requests());
    add(total, spec.overhead());
    return total;
  }

  /** Overhead counts only for what is limited at all. */
  static Map<String, Quantity> limits(PodSpec spec) {
    Map<String, Quantity> total = total(spec, Resources::limits);
    total.putAll(spec.resources().limits());
    spec.overhead()
        .forEach((name, amount) -> total.computeIfPresent(name, (key, sum) -> sum.plus(amount)));
    return total;
  }

  private static Map<String, Quantity> total(
      PodSpec spec, Function<Resources, Map<String, Quantity>> which) {
    Map<String, Quantity> main = new TreeMap<>();
    for (Container container : spec.containers()) {
      add(main, which.apply(container.resources()));
    }
    Map<String, Quantity> sidecars = new TreeMap<>();
    Map<String, Quantity> peak = new TreeMap<>();
    for (Container container : spec.initContainers()) {
      Map<String, Quantity> during = new TreeMap<>(sidecars);
      add(during, which.apply(container.resources()));
      raise(peak, during);
      if (PodSpec.isSidecar(container)) {
        add(main, which.apply(container.resources()));
        sidecars = during;
      }
    }
    raise(main, peak);
    return main;
  }

  private static void add(Map<String, Quantity> sum, Map<String, Quantity> more) {
    more.forEach((name, amount) -> sum.merge(name, amount, Quantity::plus));
  }

  private static void raise(Map<String, Quantity> most, Map<String, Quantity> other) {
    other.forEach((name, amount) -> most.merge(name, amount, Quantity::max));
  }
}
