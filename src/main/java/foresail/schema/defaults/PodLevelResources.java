package foresail.schema.defaults;

import foresail.notation.Quantity;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScalarType;
import java.util.Map;
import java.util.TreeMap;

/**
 * The resources of a pod as a whole, where the author gave some: huge page limits come from the
 * containers, requests from the containers or else from the pod's limits
 * (pkg/apis/core/v1/defaults.go, defaultPodRequests and defaultHugePagePodLimits).
 */
final class PodLevelResources {
  private PodLevelResources() {}

  /**
   * @param spec a Pod's, with the requests of its containers completed from their limits
   */
  static void complete(Draft spec) {
    for (Draft resources : spec.each("resources")) {
      if (!resources.isEmpty("limits") || !resources.isEmpty("requests")) {
        complete(spec, resources);
      }
    }
  }

  private static void complete(Draft spec, Draft resources) {
    boolean limited = !resources.isEmpty("limits");
    for (Map.Entry<String, Quantity> limit : sum(spec, "limits").entrySet()) {
      if (limit.getKey().startsWith("hugepages-")) {
        addAmount(resources.object("limits"), limit.getKey(), limit.getValue());
        limited = true;
      }
    }
    if (!limited) {
      return;
    }
    Map<String, Quantity> requested = sum(spec, "requests");
    for (String name : new String[] {"cpu", "memory"}) {
      if (requested.containsKey(name)) {
        addAmount(resources.object("requests"), name, requested.get(name));
      }
    }
    Draft requests = resources.object("requests");
    for (MappingNode.Entry limit : resources.object("limits").entries()) {
      boolean supported =
          limit.name().equals("cpu")
              || limit.name().equals("memory")
              || limit.name().startsWith("hugepages-");
      if (supported && !requests.has(limit.name())) {
        requests.put(limit.key(), Added.copy(limit.value()));
      }
    }
  }

  private static void addAmount(Draft list, String name, Quantity amount) {
    if (!list.has(name)) {
      list.put(name, ScalarNode.added(amount.toString(), ScalarType.STRING, list.placeOf(name)));
    }
  }

  /** What the containers need together: sidecars run beside all that comes after them. */
  private static Map<String, Quantity> sum(Draft spec, String list) {
    Map<String, Quantity> together = new TreeMap<>();
    for (Draft container : spec.each("containers")) {
      amounts(container, list).forEach((name, n) -> together.merge(name, n, Quantity::plus));
    }
    Map<String, Quantity> sidecars = new TreeMap<>();
    Map<String, Quantity> highest = new TreeMap<>();
    for (Draft container : spec.each("initContainers")) {
      Map<String, Quantity> own = amounts(container, list);
      boolean sidecar = container.text("restartPolicy").equals("Always");
      if (sidecar) {
        own.forEach((name, n) -> together.merge(name, n, Quantity::plus));
        own.forEach((name, n) -> sidecars.merge(name, n, Quantity::plus));
      }
      Map<String, Quantity> running = new TreeMap<>(sidecars);
      if (!sidecar) {
        own.forEach((name, n) -> running.merge(name, n, Quantity::plus));
      }
      running.forEach((name, n) -> highest.merge(name, n, Quantity::max));
    }
    highest.forEach((name, n) -> together.merge(name, n, Quantity::max));
    return together;
  }

  private static Map<String, Quantity> amounts(Draft container, String list) {
    Map<String, Quantity> amounts = new TreeMap<>();
    for (Draft resources : container.each("resources")) {
      for (Draft draft : resources.each(list)) {
        for (MappingNode.Entry entry : draft.entries()) {
          Node value = entry.value();
          if (value instanceof ScalarNode scalar) {
            Quantity.parse(scalar.text()).ifPresent(n -> amounts.put(entry.name(), n));
          }
        }
      }
    }
    return amounts;
  }
}
