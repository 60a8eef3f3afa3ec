package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.model.PodSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which order the containers of a pod with sidecars are stopped: the app containers first, then
 * the sidecars from the last to the first.
 *
 * <p>Source: pkg/kubelet/kuberuntime/kuberuntime_termination_order.go, v1.36.
 */
final class KillOrder {
  /** Everybody at once. */
  static final KillOrder NONE = new KillOrder();

  private final Map<String, Set<String>> waitsFor = new LinkedHashMap<>();
  private final Map<String, List<Runnable>> waiting = new HashMap<>();

  private KillOrder() {}

  /**
   * @param running names of the containers that are to be stopped
   */
  static KillOrder of(PodSpec spec, Set<String> running) {
    var order = new KillOrder();
    var before = new HashSet<String>();
    for (Container container : spec.containers()) {
      if (running.contains(container.name())) {
        before.add(container.name());
      }
    }
    for (int i = spec.initContainers().size() - 1; i >= 0; i--) {
      Container container = spec.initContainers().get(i);
      if (PodSpec.isSidecar(container) && running.contains(container.name())) {
        order.waitsFor.put(container.name(), new HashSet<>(before));
        before.add(container.name());
      }
    }
    return order;
  }

  boolean mustWait(String container) {
    return !waitsFor.getOrDefault(container, Set.of()).isEmpty();
  }

  /** Has an action done when all that come before the container have ended. */
  void whenFree(String container, Runnable action) {
    waiting.computeIfAbsent(container, unused -> new ArrayList<>()).add(action);
  }

  void ended(String container) {
    waitsFor.forEach(
        (later, earlier) -> {
          if (earlier.remove(container) && earlier.isEmpty()) {
            waiting.getOrDefault(later, List.of()).forEach(Runnable::run);
          }
        });
  }
}
