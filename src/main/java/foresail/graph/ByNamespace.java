package foresail.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values filed under a namespace. An unset (empty) namespace matches any, two explicit ones must be
 * equal.
 */
final class ByNamespace<T> {
  private final List<T> all = new ArrayList<>(1);

  /** Present only from the second value on: most names occur once. */
  private Map<String, List<T>> lists;

  private String onlyNamespace = "";

  void add(String namespace, T value) {
    if (all.isEmpty()) {
      onlyNamespace = namespace;
    } else {
      if (lists == null) {
        lists = new HashMap<>();
        lists.computeIfAbsent(onlyNamespace, unused -> new ArrayList<>(1)).add(all.get(0));
      }
      lists.computeIfAbsent(namespace, unused -> new ArrayList<>(1)).add(value);
    }
    all.add(value);
  }

  /** In the order in which they were added, those of the same namespace first. */
  List<T> matching(String namespace) {
    if (namespace.isEmpty()) {
      return all;
    }
    if (lists == null) {
      return onlyNamespace.isEmpty() || onlyNamespace.equals(namespace) ? all : List.of();
    }
    List<T> own = lists.getOrDefault(namespace, List.of());
    List<T> unset = lists.getOrDefault("", List.of());
    if (unset.isEmpty() || own.isEmpty()) {
      return own.isEmpty() ? unset : own;
    }
    List<T> both = new ArrayList<>(own);
    both.addAll(unset);
    return both;
  }

  /** Of every namespace. */
  List<T> all() {
    return all;
  }
}
