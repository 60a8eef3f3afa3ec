package foresail.simulation.scheduler;

import foresail.simulation.api.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether what a pod asks for is left on a node.
 *
 * <p>Source: pkg/scheduler/framework/plugins/noderesources/fit.go, v1.36.
 */
public final class ResourceFit {
  private ResourceFit() {}

  /**
   * A resource of which there is too little.
   *
   * @param everEnough whether the node had enough if it were empty
   */
  public record Shortage(
      String resource, long requested, long used, long capacity, boolean everEnough) {
    String reason() {
      return resource.equals("pods") ? "Too many pods" : "Insufficient " + resource;
    }
  }

  /** All shortages, in the scheduler's order: pods, cpu, memory, ephemeral-storage, others. */
  public static List<Shortage> shortages(Pod pod, NodeInfo info) {
    var shortages = new ArrayList<Shortage>();
    Optional<Long> pods = info.allocatable("pods");
    int count = info.pods().size();
    if (pods.isPresent() && count + 1 > pods.get()) {
      shortages.add(new Shortage("pods", 1, count, pods.get(), true));
    }
    Requests requests = info.requests(pod);
    for (int i = 0; i < Requests.BASIC.size(); i++) {
      if (info.capacity(i) >= 0) { // else nothing is known of it, so there is enough
        check(
            Requests.BASIC.get(i),
            requests.basic().get(i),
            info.used(i),
            info.capacity(i),
            shortages);
      }
    }
    for (Map.Entry<String, Long> request : requests.others().entrySet()) {
      String name = request.getKey();
      long capacity = info.allocatable(name).orElse(0L);
      check(name, request.getValue(), info.requested(name), capacity, shortages);
    }
    return shortages;
  }

  private static void check(
      String resource, long wanted, long used, long capacity, List<Shortage> shortages) {
    if (wanted > 0 && wanted > capacity - used) {
      shortages.add(new Shortage(resource, wanted, used, capacity, wanted <= capacity));
    }
  }

  static Optional<Rejection> check(Placement placement, NodeInfo info) {
    List<Shortage> shortages = shortages(placement.pod(), info);
    if (shortages.isEmpty()) {
      return Optional.empty();
    }
    boolean curable = shortages.stream().allMatch(Shortage::everEnough);
    List<String> reasons = shortages.stream().map(Shortage::reason).toList();
    return Optional.of(new Rejection(Plugin.NODE_RESOURCES_FIT, reasons, curable));
  }
}
