package foresail.simulation.kubelet;

import foresail.simulation.api.Condition;
import foresail.simulation.api.ContainerStatus;
import foresail.simulation.api.Pod;
import foresail.simulation.api.PodStatus;
import foresail.simulation.kernel.Clock;
import foresail.simulation.store.ApiServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Writes pod statuses to the API server, the newest of several at once, and removes pods that have
 * ended and are to be deleted.
 *
 * <p>Source: pkg/kubelet/status/status_manager.go, v1.36.
 */
final class StatusManager {
  /** Conditions that the kubelet writes; all others belong to somebody else. */
  private static final Set<String> OWN =
      Set.of(
          "PodReadyToStartContainers",
          "Initialized",
          "Ready",
          "ContainersReady",
          "PodScheduled",
          "AllContainersRestarting");

  private final Clock clock;
  private final ApiServer api;
  private final Predicate<String> couldHaveRunningContainers;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private boolean silent;

  /** The newest status of a pod, written or not. */
  private static final class Entry {
    private Pod pod;
    private PodStatus status;
    private boolean finished;
    private boolean pending;
  }

  /**
   * @param couldHaveRunningContainers of a pod's uid: while so, its phase does not become terminal
   */
  StatusManager(Clock clock, ApiServer api, Predicate<String> couldHaveRunningContainers) {
    this.clock = clock;
    this.api = api;
    this.couldHaveRunningContainers = couldHaveRunningContainers;
  }

  /** The newest status of a pod, also where it is not written yet. */
  Optional<PodStatus> get(String podUid) {
    return Optional.ofNullable(entries.get(podUid)).map(entry -> entry.status);
  }

  /** The newest status of a pod; of one without any the one that is stored. */
  PodStatus newest(Pod pod) {
    return get(pod.uid()).orElse(pod.status());
  }

  /** Takes a new status; it is written a little later. */
  void set(Pod pod, PodStatus status) {
    Entry entry = entries.get(pod.uid());
    PodStatus started = withStartTime(status, newest(pod));
    if (entry != null && entry.status.equals(started)) {
      return;
    }
    store(pod, started);
  }

  /** Takes the last status of a pod; after it is written, a pod to be deleted is removed. */
  void terminate(Pod pod, PodStatus status) {
    store(pod, withStartTime(status, newest(pod))).finished = true;
  }

  /** Sets whether a container is ready, between two syncs. */
  void setReady(Pod pod, String containerId, boolean ready) {
    change(pod, containerId, status -> status.withReady(ready, status.started()));
  }

  /** Sets whether a container has started, between two syncs. */
  void setStarted(Pod pod, String containerId, boolean started) {
    change(pod, containerId, status -> status.withReady(status.ready(), started));
  }

  /** While silent, nothing is written; afterwards all that was held back. */
  void silence(boolean held) {
    silent = held;
    if (!held) {
      List.copyOf(entries.keySet()).forEach(this::publish);
    }
  }

  void forget(String podUid) {
    entries.remove(podUid);
  }

  private void change(Pod pod, String containerId, UnaryOperator<ContainerStatus> change) {
    Entry entry = entries.get(pod.uid());
    if (entry == null) {
      return;
    }
    PodStatus changed =
        entry.status.withContainers(
            change(entry.status.initContainers(), containerId, change),
            change(entry.status.containers(), containerId, change));
    if (!changed.equals(entry.status)) {
      store(entry.pod, PodConditions.refillReady(entry.pod, changed, clock.now()));
    }
  }

  private static List<ContainerStatus> change(
      List<ContainerStatus> all, String containerId, UnaryOperator<ContainerStatus> change) {
    return all.stream()
        .map(status -> status.containerId().equals(containerId) ? change.apply(status) : status)
        .toList();
  }

  private PodStatus withStartTime(PodStatus status, PodStatus before) {
    Optional<Duration> started =
        status.startTime().or(before::startTime).or(() -> Optional.of(clock.now()));
    return new PodStatus(
        status.phase(),
        status.reason(),
        status.message(),
        status.conditions(),
        started,
        status.podIp(),
        status.nominatedNode(),
        status.initContainers(),
        status.containers());
  }

  private Entry store(Pod pod, PodStatus status) {
    Entry entry = entries.computeIfAbsent(pod.uid(), unused -> new Entry());
    entry.pod = pod;
    entry.status = status;
    if (!entry.pending) {
      entry.pending = true;
      clock.after(Timing.PUBLISH, () -> publish(pod.uid()));
    }
    return entry;
  }

  private void publish(String podUid) {
    Entry entry = entries.get(podUid);
    if (entry == null) {
      return;
    }
    entry.pending = false;
    if (silent) {
      return;
    }
    Optional<Pod> stored =
        api.get(Pod.KIND, entry.pod.key()).filter(pod -> pod.uid().equals(podUid));
    if (stored.isEmpty()) {
      return;
    }
    Optional<Pod> written =
        api.updateStatus(
            Pod.KIND,
            entry.pod.key(),
            pod -> pod.withStatus(merge(pod.status(), entry.status, podUid)));
    boolean over =
        entry.finished && written.filter(pod -> pod.deleting() && pod.terminal()).isPresent();
    if (over) {
      api.delete(Pod.KIND, entry.pod.key(), Duration.ZERO);
    }
  }

  /**
   * What is written: others' conditions stay, and while containers could still run, the phase does
   * not become terminal.
   */
  private PodStatus merge(PodStatus stored, PodStatus mine, String podUid) {
    var conditions = new ArrayList<Condition>();
    for (Condition condition : stored.conditions()) {
      if (!OWN.contains(condition.type())) {
        conditions.add(condition);
      }
    }
    for (Condition condition : mine.conditions()) {
      if (OWN.contains(condition.type())) {
        conditions.add(condition);
      }
    }
    PodStatus merged =
        new PodStatus(
            mine.phase(),
            mine.reason(),
            mine.message(),
            conditions,
            mine.startTime(),
            mine.podIp(),
            stored.nominatedNode(),
            mine.initContainers(),
            mine.containers());
    boolean hold =
        !stored.phase().terminal()
            && mine.phase().terminal()
            && couldHaveRunningContainers.test(podUid);
    return hold ? merged.withPhase(stored.phase(), stored.reason(), stored.message()) : merged;
  }
}
