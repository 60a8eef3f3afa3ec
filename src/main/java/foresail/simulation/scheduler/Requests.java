package foresail.simulation.scheduler;

import foresail.model.Container;
import foresail.model.PodSpec;
import foresail.notation.Quantity;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a pod asks for: the larger of what its containers want together and of what any init
 * container wants beside the sidecars before it, plus the overhead.
 *
 * <p>Source: component-helpers/resource/helpers.go (PodRequests), v1.36.
 *
 * @param amounts by the resource's name, sorted; cpu in thousandths of a core, the rest in units
 * @param ports of the node
 */
record Requests(Map<String, Long> amounts, List<HostPort> ports) {
  /** What a container that asks for nothing counts for in scores (util/pod_resources.go). */
  private static final long USUAL_CPU = 100;

  private static final long USUAL_MEMORY = 200L * 1024 * 1024;

  Requests {
    amounts = Collections.unmodifiableMap(new TreeMap<>(amounts));
    ports = List.copyOf(ports);
  }

  static Requests of(PodSpec spec) {
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
    return new Requests(main, HostPort.of(spec));
  }

  /** Of cpu, in thousandths; a pod that asks for none counts as one that needs a little. */
  long usualCpu() {
    return amounts.getOrDefault("cpu", USUAL_CPU);
  }

  /** Of memory, in bytes; a pod that asks for none counts as one that needs a little. */
  long usualMemory() {
    return amounts.getOrDefault("memory", USUAL_MEMORY);
  }

  /** A quantity in the units of {@link #amounts}, rounded up. */
  static long amount(String resource, Quantity quantity) {
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

  long get(String resource) {
    return amounts.getOrDefault(resource, 0L);
  }
}
