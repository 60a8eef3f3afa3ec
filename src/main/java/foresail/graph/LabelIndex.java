package foresail.graph;

import foresail.model.LabelSelector;
import foresail.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Workloads by the labels of their pods. */
final class LabelIndex {
  private final Map<String, Map<String, ByNamespace<Workload>>> pairs = new HashMap<>();
  private final Map<String, NearNames> near = new HashMap<>();
  private final ByNamespace<Workload> all = new ByNamespace<>();

  void add(String namespace, Workload workload) {
    all.add(namespace, workload);
    workload
        .template()
        .metadata()
        .labels()
        .forEach(
            (key, value) ->
                pairs
                    .computeIfAbsent(key, unused -> new HashMap<>())
                    .computeIfAbsent(value, unused -> new ByNamespace<>())
                    .add(namespace, workload));
  }

  /** Those whose pods a selector matches, in input order. */
  List<Workload> matching(String namespace, LabelSelector selector) {
    List<Workload> fewest = all.matching(namespace);
    for (Map.Entry<String, String> pair : selector.matchLabels().entrySet()) {
      List<Workload> having = having(namespace, pair.getKey(), pair.getValue());
      if (having.size() < fewest.size()) {
        fewest = having;
      }
    }
    List<Workload> matching = new ArrayList<>();
    for (Workload workload : fewest) {
      if (selector.matches(workload.template().metadata().labels())) {
        matching.add(workload);
      }
    }
    return matching;
  }

  List<Workload> having(String namespace, String key, String value) {
    ByNamespace<Workload> found = pairs.getOrDefault(key, Map.of()).get(value);
    return found == null ? List.of() : found.matching(namespace);
  }

  /** The values near to another one that some pod's label has under a key, best first. */
  List<String> near(String key, String value) {
    NearNames values;
    synchronized (near) {
      values =
          near.computeIfAbsent(
              key, unused -> new NearNames(pairs.getOrDefault(key, Map.of()).keySet()));
    }
    return values.like(value);
  }

  List<Workload> all(String namespace) {
    return all.matching(namespace);
  }
}
