package foresail.simulation.scheduler;

import foresail.simulation.api.Node;
import java.util.HashMap;
import java.util.Map;

/** Counts by the value of a node label: {@code zone = a} has 3. Never listed, only asked. */
final class Domains {
  private final Map<String, Map<String, Integer>> counts = new HashMap<>();

  void add(Node node, String label, int amount) {
    String value = node.metadata().labels().get(label);
    if (value != null) {
      counts.computeIfAbsent(label, unused -> new HashMap<>()).merge(value, amount, Integer::sum);
    }
  }

  /** Zero too where the node does not have the label. */
  int get(Node node, String label) {
    String value = node.metadata().labels().get(label);
    Map<String, Integer> known = counts.get(label);
    return value == null || known == null ? 0 : known.getOrDefault(value, 0);
  }

  /** What all labels of a node count together. */
  int sum(Node node) {
    int sum = 0;
    for (String label : counts.keySet()) {
      sum += get(node, label);
    }
    return sum;
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }
}
