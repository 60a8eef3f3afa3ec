package foresail.simulation.store;

import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Key;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The objects of one kind by a property, such as pods by node; kept by the store.
 *
 * @param <O> the kind's type
 */
public final class Index<O extends ApiObject<O>> {
  private final Function<O, Optional<String>> property;
  private final Map<String, Map<Key, O>> buckets = new HashMap<>();

  Index(Function<O, Optional<String>> property) {
    this.property = property;
  }

  /** The objects with this value, in the order in which they got it. */
  public List<O> list(String value) {
    Map<Key, O> bucket = buckets.get(value);
    return bucket == null ? List.of() : List.copyOf(bucket.values());
  }

  /** How many objects have this value. */
  public int count(String value) {
    Map<Key, O> bucket = buckets.get(value);
    return bucket == null ? 0 : bucket.size();
  }

  void fill(Collection<O> objects) {
    for (O object : objects) {
      add(object);
    }
  }

  void replace(O before, O now) {
    Optional<String> old = property.apply(before);
    Optional<String> value = property.apply(now);
    if (!old.equals(value)) {
      remove(before);
    }
    add(now);
  }

  void add(O object) {
    property
        .apply(object)
        .ifPresent(
            value ->
                buckets
                    .computeIfAbsent(value, unused -> new LinkedHashMap<>())
                    .put(object.key(), object));
  }

  void remove(O object) {
    property
        .apply(object)
        .ifPresent(
            value -> {
              Map<Key, O> bucket = buckets.get(value);
              if (bucket != null) {
                bucket.remove(object.key());
                if (bucket.isEmpty()) {
                  buckets.remove(value);
                }
              }
            });
  }
}
