package foresail.simulation.kubelet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The pods that this kubelet has evicted, and why. */
final class Evictions {
  static final String REASON = "Evicted";

  private final Map<String, String> messages = new HashMap<>();

  void add(String podUid, String message) {
    messages.put(podUid, message);
  }

  /** Why a pod was evicted; empty where it was not. */
  Optional<String> of(String podUid) {
    return Optional.ofNullable(messages.get(podUid));
  }

  void forget(String podUid) {
    messages.remove(podUid);
  }
}
