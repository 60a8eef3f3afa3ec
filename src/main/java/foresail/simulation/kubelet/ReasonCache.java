package foresail.simulation.kubelet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Why the last attempt to start a container failed; it becomes the container's waiting reason at
 * the next sync (pkg/kubelet/reason_cache.go, v1.36).
 */
final class ReasonCache {
  private final Map<String, Map<String, StartFailure>> byPod = new HashMap<>();

  void put(String podUid, String container, StartFailure failure) {
    byPod.computeIfAbsent(podUid, unused -> new HashMap<>()).put(container, failure);
  }

  void remove(String podUid, String container) {
    Map<String, StartFailure> known = byPod.get(podUid);
    if (known != null) {
      known.remove(container);
    }
  }

  Optional<StartFailure> get(String podUid, String container) {
    Map<String, StartFailure> known = byPod.get(podUid);
    return known == null ? Optional.empty() : Optional.ofNullable(known.get(container));
  }

  void clear() {
    byPod.clear();
  }

  void forget(String podUid) {
    byPod.remove(podUid);
  }
}
