package foresail.simulation.scheduler;

import foresail.simulation.api.Key;
import foresail.simulation.api.Pod;
import foresail.simulation.kernel.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Pods that wait for the scheduler, which takes one after the other: those of higher priority
 * first, of equal ones who has waited longer. A pod that could not be placed is set aside until
 * something changes that could help it.
 *
 * <p>A pod's back-off is left out: from 1.33 on the scheduler tries a pod at once, whatever its
 * back-off, when it has nothing else to do.
 *
 * <p>Source: pkg/scheduler/backend/queue/scheduling_queue.go, v1.36.
 */
final class SchedulingQueue {
  /** Pods set aside are tried again after 5 min whatever happens (flushUnschedulableLeftover). */
  private static final Duration LEFTOVER = Duration.ofMinutes(5);

  /** How often it looks for such pods. */
  private static final Duration FLUSH = Duration.ofSeconds(30);

  private final Clock clock;
  private final Duration effort;
  private final Consumer<Key> work;
  private final PriorityQueue<Waiting> active =
      new PriorityQueue<>(
          Comparator.comparingInt(Waiting::priority).reversed().thenComparingLong(Waiting::number));
  private final Map<Key, Waiting> queued = new HashMap<>();
  private final Map<Key, Aside> aside = new LinkedHashMap<>();
  private long numbers;
  private boolean busy;

  private record Waiting(Key key, int priority, long number) {}

  private record Aside(Waiting waiting, Set<Plugin> why) {
    boolean hopesFor(ClusterChange change) {
      return why.stream().anyMatch(plugin -> plugin.hopesFor(change));
    }
  }

  /**
   * @param effort what one pod takes
   * @param work places one pod, or sets it aside
   */
  SchedulingQueue(Clock clock, Duration effort, Consumer<Key> work) {
    this.clock = clock;
    this.effort = effort;
    this.work = work;
  }

  /** Has a pod placed as soon as it is its turn. */
  void add(Pod pod) {
    aside.remove(pod.key());
    activate(new Waiting(pod.key(), pod.assigned().priority(), ++numbers));
  }

  /** Puts a pod that could not be placed out of the way. */
  void setAside(Pod pod, Set<Plugin> why) {
    var waiting = new Waiting(pod.key(), pod.assigned().priority(), ++numbers);
    aside.put(pod.key(), new Aside(waiting, why));
    long flush = FLUSH.toNanos();
    long due = clock.now().plus(LEFTOVER).toNanos();
    long next = (due + flush - 1) / flush * flush;
    clock.after(Duration.ofNanos(next).minus(clock.now()), () -> flush(waiting));
  }

  /** A pod is gone or has a node. */
  void forget(Key key) {
    aside.remove(key);
  }

  /** Has those pods set aside tried again that a change could help. */
  void changed(ClusterChange change) {
    if (aside.isEmpty()) {
      return;
    }
    List<Waiting> hopeful = new ArrayList<>();
    for (Aside each : aside.values()) {
      if (each.hopesFor(change)) {
        hopeful.add(each.waiting());
      }
    }
    activate(hopeful);
  }

  private void flush(Waiting waiting) {
    Aside now = aside.get(waiting.key());
    if (now != null && now.waiting() == waiting) {
      activate(List.of(waiting));
    }
  }

  private void activate(Collection<Waiting> all) {
    for (Waiting waiting : all) {
      aside.remove(waiting.key());
      activate(waiting);
    }
  }

  private void activate(Waiting waiting) {
    if (queued.putIfAbsent(waiting.key(), waiting) == null) {
      active.add(waiting);
      goOn();
    }
  }

  private void goOn() {
    if (!busy && !active.isEmpty()) {
      busy = true;
      clock.after(effort, this::next);
    }
  }

  private void next() {
    busy = false;
    Waiting first = active.remove();
    queued.remove(first.key());
    work.accept(first.key());
    goOn();
  }
}
