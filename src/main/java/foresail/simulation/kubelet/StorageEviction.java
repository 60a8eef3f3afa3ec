package foresail.simulation.kubelet;

import foresail.simulation.api.Pod;
import foresail.simulation.kernel.Clock;
import foresail.simulation.kernel.Jitter;
import foresail.simulation.kernel.Priority;
import foresail.simulation.runtime.ContainerRuntime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Evicts pods that fill more of the disk than they may. It looks every 10 s at what containers
 * hold; the files in volumes are counted once a minute or two.
 *
 * <p>Source: pkg/kubelet/eviction/eviction_manager.go (synchronize), monitoringPeriod in
 * pkg/kubelet/kubelet.go; pkg/kubelet/server/stats/fs_resource_analyzer.go and
 * volume_stat_calculator.go with volumeStatsAggPeriod 1m, v1.36.
 */
final class StorageEviction {
  private static final Duration MONITORING = Duration.ofSeconds(10);
  private static final Duration COUNTING = Duration.ofMinutes(1);

  private final Clock clock;
  private final Jitter jitter;
  private final ContainerRuntime runtime;
  private final Predicate<String> active;
  private final BiConsumer<Pod, String> evict;
  private final Rhythm looks;
  private final Rhythm counts;
  private final Map<String, Map<String, Long>> volumes = new HashMap<>();

  /**
   * @param active whether a pod of a uid is still to run
   * @param evict told a pod that has passed a limit, and the words for it
   */
  StorageEviction(
      Clock clock,
      Jitter jitter,
      ContainerRuntime runtime,
      Predicate<String> active,
      BiConsumer<Pod, String> evict) {
    this.clock = clock;
    this.jitter = jitter;
    this.runtime = runtime;
    this.active = active;
    this.evict = evict;
    this.looks = new Rhythm(jitter.between(Duration.ZERO, MONITORING), MONITORING);
    this.counts = new Rhythm(jitter.between(Duration.ZERO, COUNTING), COUNTING);
  }

  /** Looks after a pod from now on, if it has limits. */
  void watch(Pod pod) {
    if (StorageLimits.any(pod.spec())) {
      volumes.put(pod.uid(), Map.of());
      clock.at(counts.after(clock.now()), Priority.OBSERVE, () -> count(pod));
      clock.at(looks.after(clock.now()), Priority.OBSERVE, () -> look(pod));
    }
  }

  private void count(Pod pod) {
    if (gone(pod)) {
      return;
    }
    volumes.put(pod.uid(), runtime.storage(pod).volumes());
    Duration next = jitter.stretch(COUNTING, 1);
    clock.at(clock.now().plus(next), Priority.OBSERVE, () -> count(pod));
  }

  private void look(Pod pod) {
    if (gone(pod)) {
      return;
    }
    Optional<String> passed =
        StorageLimits.passed(pod.spec(), volumes.get(pod.uid()), runtime.storage(pod));
    if (passed.isPresent()) {
      volumes.remove(pod.uid());
      evict.accept(pod, passed.get());
    } else {
      clock.at(looks.after(clock.now()), Priority.OBSERVE, () -> look(pod));
    }
  }

  private boolean gone(Pod pod) {
    boolean over = !volumes.containsKey(pod.uid()) || !active.test(pod.uid());
    if (over) {
      volumes.remove(pod.uid());
    }
    return over;
  }
}
