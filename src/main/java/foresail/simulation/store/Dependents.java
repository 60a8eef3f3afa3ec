package foresail.simulation.store;

import foresail.simulation.api.ApiObject;
import foresail.simulation.api.OwnerReference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which objects of any kind name an object as their owner. */
final class Dependents {
  /** By the owner's uid, then by their own. */
  private final Map<String, Map<String, ApiObject<?>>> byOwner = new HashMap<>();

  List<ApiObject<?>> of(String ownerUid) {
    Map<String, ApiObject<?>> found = byOwner.get(ownerUid);
    return found == null ? List.of() : List.copyOf(found.values());
  }

  void put(Optional<? extends ApiObject<?>> before, ApiObject<?> now) {
    if (before.isPresent() && !before.get().metadata().owners().equals(now.metadata().owners())) {
      remove(before.get());
    }
    for (OwnerReference owner : now.metadata().owners()) {
      byOwner.computeIfAbsent(owner.uid(), unused -> new LinkedHashMap<>()).put(now.uid(), now);
    }
  }

  void remove(ApiObject<?> object) {
    for (OwnerReference owner : object.metadata().owners()) {
      Map<String, ApiObject<?>> found = byOwner.get(owner.uid());
      if (found != null) {
        found.remove(object.uid());
        if (found.isEmpty()) {
          byOwner.remove(owner.uid());
        }
      }
    }
  }
}
