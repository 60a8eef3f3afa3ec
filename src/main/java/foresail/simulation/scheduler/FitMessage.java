package foresail.simulation.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Composes why no node suits a pod, as condition and Event show it.
 *
 * <p>Source: pkg/scheduler/framework/types.go (FitError), v1.36.
 */
final class FitMessage {
  static final String NO_NODES = "no nodes available to schedule pods";

  private FitMessage() {}

  /** {@code 0/3 nodes are available: TEXT.} */
  static String of(int nodes, String text) {
    return "0/" + nodes + " nodes are available: " + text + ".";
  }

  /** The rejections of all nodes, counted, sorted as text. */
  static String of(int nodes, List<Rejection> rejections) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Rejection rejection : rejections) {
      for (String reason : rejection.reasons()) {
        counts.merge(reason, 1, Integer::sum);
      }
    }
    return of(nodes, histogram(counts));
  }

  static String histogram(Map<String, Integer> counts) {
    var parts = new ArrayList<String>();
    counts.forEach((reason, count) -> parts.add(count + " " + reason));
    parts.sort(null);
    return String.join(", ", parts);
  }
}
