package foresail.simulation.kubelet;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How long to wait before something that failed is tried again: 10 s, 20 s, 40 s ... 5 min, and
 * from the beginning after twice the longest wait without trouble.
 *
 * <p>Source: client-go/util/flowcontrol/backoff.go; 10 s and 300 s from pkg/kubelet/kubelet.go
 * (v1.36).
 */
final class Backoff {
  static final Duration FIRST = Duration.ofSeconds(10);
  static final Duration LONGEST = Duration.ofSeconds(300);

  private final Map<String, Entry> entries = new HashMap<>();

  private record Entry(Duration length, Duration updated) {
    boolean expired(Duration event) {
      return event.minus(updated).compareTo(LONGEST.multipliedBy(2)) > 0;
    }
  }

  /**
   * What is left of the wait; zero where there is none.
   *
   * @param event the moment of the failure, from which the wait counts
   */
  Duration left(String key, Duration event, Duration now) {
    Entry entry = entries.get(key);
    if (entry == null || entry.expired(event)) {
      return Duration.ZERO;
    }
    Duration left = event.plus(entry.length).minus(now);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** What is left of the wait, counted from when it was last made longer. */
  Duration leftSinceUpdate(String key, Duration now) {
    Entry entry = entries.get(key);
    if (entry == null || entry.expired(now)) {
      return Duration.ZERO;
    }
    return left(key, entry.updated, now);
  }

  /** The wait as it stands, for messages. */
  Duration wait(String key) {
    Entry entry = entries.get(key);
    return entry == null ? Duration.ZERO : entry.length;
  }

  /** Makes the next wait twice as long as the last one. */
  void next(String key, Duration event, Duration now) {
    Entry entry = entries.get(key);
    Duration wait = FIRST;
    if (entry != null && !entry.expired(event)) {
      Duration doubled = entry.length.multipliedBy(2);
      wait = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
    entries.put(key, new Entry(wait, now));
  }

  /** Forgets all waits. */
  void clear() {
    entries.clear();
  }

  /** Forgets the waits whose keys begin so. */
  void forget(String prefix) {
    entries.keySet().removeIf(key -> key.startsWith(prefix));
  }
}
