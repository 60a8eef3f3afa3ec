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
 * @param basic of {@link #BASIC} resources, in their order; cpu in thousandths of a core
 * @param others by the resource's name, sorted
 * @param ports of the node
 */
record Requests(List<Long> basic, Map<String, Long> others, List<HostPort> ports) {
  /** Those of which a node that says nothing has enough; looked at for every node. */
  static final List<String> BASIC = List.of("cpu", "memory", "ephemeral-storage");

  static final int CPU = 0;
  static final int MEMORY = 1;

  /** What a container that asks for nothing counts for in scores (util/pod_resources.go). */
  private static final long USUAL_CPU = 100;

  private static final long USUAL_MEMORY = 200L * 1024 * 1024;

  Requests {
    basic = List.copyOf(basic);
    others = Collections.unmodifiableMap(new TreeMap<>(others));
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
    List<Long> basic = BASIC.stream().map(name -> main.getOrDefault(name, 0L)).toList();
    main.keySet().removeAll(BASIC);
    return new Requests(basic, main, HostPort.of(spec));
  }

  /** Of cpu, in thousandths; a pod that asks for none counts as one that needs a little. */
  long usualCpu() {
    return basic.get(CPU) == 0 ? USUAL_CPU : basic.get(CPU);
  }

  /** Of memory, in bytes; a pod that asks for none counts as one that needs a little. */
  long usualMemory() {
    return basic.get(MEMORY) == 0 ? USUAL_MEMORY : basic.get(MEMORY);
  }

  /** A quantity in thousandths of a core or in units, rounded up. */
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
}
