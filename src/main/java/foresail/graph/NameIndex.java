package foresail.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All names that exist, by kind and name. */
final class NameIndex {
  private final Map<String, Map<String, ByNamespace<KnownName>>> kinds = new HashMap<>();
  private final Map<String, NearNames> near = new HashMap<>();

  void add(KnownName name) {
    if (!name.name().isEmpty()) {
      kinds
          .computeIfAbsent(name.kind(), unused -> new HashMap<>())
          .computeIfAbsent(name.name(), unused -> new ByNamespace<>())
          .add(name.namespace(), name);
    }
  }

  /** Those of a kind and name whose namespace matches. */
  List<KnownName> find(String kind, String namespace, String name) {
    ByNamespace<KnownName> found = kinds.getOrDefault(kind, Map.of()).get(name);
    return found == null ? List.of() : found.matching(namespace);
  }

  /** Those of a kind and name in any namespace. */
  List<KnownName> anywhere(String kind, String name) {
    ByNamespace<KnownName> found = kinds.getOrDefault(kind, Map.of()).get(name);
    return found == null ? List.of() : found.all();
  }

  /**
   * The name that was probably meant: one spelled nearly so in a matching namespace, else the same
   * one in another namespace.
   */
  Optional<KnownName> near(String kind, String namespace, String name) {
    for (String candidate : candidates(kind).like(name)) {
      List<KnownName> found = find(kind, namespace, candidate);
      if (!found.isEmpty()) {
        return Optional.of(found.get(0));
      }
    }
    return anywhere(kind, name).stream()
        .filter(known -> find(kind, namespace, name).isEmpty())
        .findFirst();
  }

  /** Checks run in parallel and ask for near names only when something is missing. */
  private synchronized NearNames candidates(String kind) {
    return near.computeIfAbsent(
        kind,
        unused -> new NearNames(new ArrayList<>(kinds.getOrDefault(kind, Map.of()).keySet())));
  }
}
