package foresail.simulation.scheduler;

import foresail.model.Container;
import foresail.model.PodSpec;
import foresail.notation.Quantity;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a pod asks for: the larger of what its containers want together and of what any init
 * container wants beside the sidecars before it, plus the overhead.
 *
 * <p>Source: component-helpers/resource/helpers.go (PodRequests), v1.36.
 *
 * @param amounts by the resource's name, sorted; cpu in thousandths of a core, the rest in units
 */
public record Requests(Map<String, Long> amounts) {
  public static final Requests NONE = new Requests(Map.of());

  public Requests {
    amounts = Collections.unmodifiableMap(new TreeMap<>(amounts));
  }

  public static Requests of(PodSpec spec) {
    var main = new TreeMap<String, Long>();
    for (Container container : spec.containers()) {
      add(main, container.resources().requests());
    }
    var sidecars = new TreeMap<String, Long>();
    var peak = new TreeMap<String, Long>();
    for (Container container : spec.initContainers()) {
      if (PodSpec.isSidecar(container)) {
        add(main, container.resources().requests());
        add(sidecars, container.resources().requests());
        raise(peak, sidecars);
      } else {
        var during = new TreeMap<>(sidecars);
        add(during, container.resources().requests());
        raise(peak, during);
      }
    }
    raise(main, peak);
    spec.resources().requests().forEach((name, quantity) -> main.put(name, amount(name, quantity)));
    add(main, spec.overhead());
    return new Requests(main);
  }

  /** A quantity in the units of {@link #amounts}, rounded up. */
  public static long amount(String resource, Quantity quantity) {
    return resource.equals("cpu")
        ? new Quantity(quantity.value().multiply(BigDecimal.valueOf(1000)), quantity.form())
            .roundedUp()
        : quantity.roundedUp();
  }

  private static void add(Map<String, Long> sum, Map<String, Quantity> requests) {
    requests.forEach((name, quantity) -> sum.merge(name, amount(name, quantity), Long::sum));
  }

  private static void raise(Map<String, Long> most, Map<String, Long> other) {
    other.forEach((name, amount) -> most.merge(name, amount, Math::max));
  }

  public long get(String resource) {
    return amounts.getOrDefault(resource, 0L);
  }
}
