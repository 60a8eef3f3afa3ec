package foresail.graph;

import foresail.model.KubernetesObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Objects that bound what others of their namespace may be: quotas, limit ranges, the namespace
 * itself.
 *
 * <p>Surely in force for another object are those of the cluster, those that are applied with it,
 * and those of its folder; in the last case only where both name their namespace, or where nothing
 * else in the folder is like it: a folder of examples holds variants for namespaces of their own.
 *
 * @param <T> the kind of bound
 */
final class Bounds<T extends KubernetesObject> {
  private final Map<String, List<T>> byPlace = new HashMap<>();

  /** Adds one of the inputs. */
  void add(T bound, String namespace, String world, String folder) {
    put("world", namespace, world, bound);
    put("folder", namespace, folder, bound);
  }

  /** Adds one that is in force whatever is applied. */
  void addKnown(T bound, String namespace) {
    put("cluster", namespace, "", bound);
  }

  private void put(String where, String namespace, String place, T bound) {
    byPlace.computeIfAbsent(key(where, namespace, place), unused -> new ArrayList<>(1)).add(bound);
  }

  private static String key(String where, String namespace, String place) {
    return where + '\0' + namespace + '\0' + place;
  }

  boolean isEmpty() {
    return byPlace.isEmpty();
  }

  /** Those in force at a place, each name once. */
  List<T> of(String namespace, String world, String folder) {
    Set<T> found = new LinkedHashSet<>(find("world", namespace, world));
    List<T> beside = find("folder", namespace, folder);
    if (!namespace.isEmpty() || (found.isEmpty() && beside.size() == 1)) {
      found.addAll(beside);
    }
    found.addAll(find("cluster", namespace, ""));
    List<T> once = new ArrayList<>(found.size());
    Set<String> names = new HashSet<>();
    for (T bound : found) {
      if (names.add(bound.name())) {
        once.add(bound);
      }
    }
    return once;
  }

  private List<T> find(String where, String namespace, String place) {
    return byPlace.getOrDefault(key(where, namespace, place), List.of());
  }
}
