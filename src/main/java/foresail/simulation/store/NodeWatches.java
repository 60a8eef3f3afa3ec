package foresail.simulation.store;

import foresail.simulation.api.Pod;
import java.util.HashMap;
import java.util.Map;

/** Tells each kubelet of the pods of its node alone: of 1,000 only one has to listen. */
final class NodeWatches implements Watcher<Pod> {
  private final Map<String, Watcher<Pod>> byNode = new HashMap<>();

  void put(String node, Watcher<Pod> watcher) {
    byNode.put(node, watcher);
  }

  private Watcher<Pod> of(Pod pod) {
    return byNode.getOrDefault(pod.nodeName(), NOBODY);
  }

  private static final Watcher<Pod> NOBODY = new Watcher<>() {};

  @Override
  public void added(Pod pod) {
    of(pod).added(pod);
  }

  /** A pod that has just got its node is updated, not added: its kubelet sees to that. */
  @Override
  public void updated(Pod before, Pod now) {
    of(now).updated(before, now);
  }

  @Override
  public void deleted(Pod last) {
    of(last).deleted(last);
  }
}
