package foresail.simulation.store;

import foresail.model.LabelSelector;
import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Key;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which objects of one kind have which label, so that a selector looks at few of them. Names them
 * only, and so changes with labels alone.
 */
final class LabelIndex {
  private final Map<String, Set<Key>> byLabel = new HashMap<>();

  void add(ApiObject<?> object) {
    for (Map.Entry<String, String> label : object.metadata().labels().entrySet()) {
      byLabel
          .computeIfAbsent(bucket(object.namespace(), label), unused -> new LinkedHashSet<>())
          .add(object.key());
    }
  }

  void replace(ApiObject<?> before, ApiObject<?> now) {
    if (!before.metadata().labels().equals(now.metadata().labels())) {
      remove(before);
      add(now);
    }
  }

  void remove(ApiObject<?> object) {
    for (Map.Entry<String, String> label : object.metadata().labels().entrySet()) {
      String bucket = bucket(object.namespace(), label);
      Set<Key> keys = byLabel.get(bucket);
      if (keys != null) {
        keys.remove(object.key());
        if (keys.isEmpty()) {
          byLabel.remove(bucket);
        }
      }
    }
  }

  /** Objects among which are all that a selector means; empty where it names no label's value. */
  Optional<Collection<Key>> candidates(String namespace, LabelSelector selector) {
    Optional<Collection<Key>> fewest = Optional.empty();
    for (Map.Entry<String, String> label : selector.matchLabels().entrySet()) {
      Set<Key> keys = byLabel.getOrDefault(bucket(namespace, label), Set.of());
      if (fewest.isEmpty() || keys.size() < fewest.get().size()) {
        fewest = Optional.of(keys);
      }
    }
    return fewest;
  }

  private static String bucket(String namespace, Map.Entry<String, String> label) {
    return namespace + '/' + label.getKey() + '=' + label.getValue();
  }
}
