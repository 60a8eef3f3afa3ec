package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.model.Volume;
import foresail.model.VolumeMount;
import foresail.simulation.api.Pod;
import foresail.simulation.kernel.Clock;
import foresail.simulation.kernel.Timer;
import foresail.simulation.runtime.ContainerRuntime;
import foresail.simulation.store.Events;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Mounts the volumes of pods. A mount that fails is tried again after 0.5 s, 1 s, 2 s ... at most
 * 122 s; meanwhile the pod's sync waits, and gives up after 123 s.
 *
 * <p>Source: pkg/kubelet/volumemanager/volume_manager.go,
 * pkg/util/goroutinemap/exponentialbackoff/exponential_backoff.go, v1.36.
 */
final class VolumeManager {
  private static final Duration FIRST_RETRY = Duration.ofMillis(500);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(122);

  private final Clock clock;
  private final Events events;
  private final ContainerRuntime runtime;
  private final VolumeSources sources;
  private final Map<String, Map<String, Mount>> mounts = new HashMap<>();

  /** How far a volume of a pod is. */
  private static final class Mount {
    private boolean mounted;
    private Duration notBefore = Duration.ZERO;
    private Duration retry = FIRST_RETRY;
  }

  /**
   * What came of waiting for a pod's volumes.
   *
   * @param problem empty where all are mounted
   * @param waited how long it took
   */
  record Outcome(Optional<String> problem, Duration waited) {}

  VolumeManager(Clock clock, Events events, ContainerRuntime runtime, VolumeSources sources) {
    this.clock = clock;
    this.events = events;
    this.runtime = runtime;
    this.sources = sources;
  }

  /**
   * Waits until all volumes that containers mount are there.
   *
   * @return calls the wait off
   */
  Runnable await(Pod pod, Consumer<Outcome> done) {
    List<Volume> wanted = wanted(pod);
    if (mounts.containsKey(pod.uid()) && allMounted(pod, wanted)) {
      clock.after(Timing.REMOUNT, () -> remount(pod, wanted));
      done.accept(new Outcome(Optional.empty(), Duration.ZERO));
      return () -> {};
    }
    mounts.computeIfAbsent(pod.uid(), unused -> new LinkedHashMap<>());
    if (wanted.isEmpty() && !sources.mountsToken(pod)) {
      done.accept(new Outcome(Optional.empty(), Duration.ZERO));
      return () -> {};
    }
    var wait = new Wait(pod, wanted, clock.now(), done);
    wait.attempt();
    wait.poll();
    return wait::cancel;
  }

  /** With each sync, mounted volumes that show objects are brought up to date. */
  private void remount(Pod pod, List<Volume> wanted) {
    if (!mounts.containsKey(pod.uid())) {
      return;
    }
    for (Volume volume : wanted) {
      if (VolumeSources.showsObjects(volume.source())) {
        Optional<String> problem = sources.problem(pod, volume);
        if (problem.isEmpty()) {
          runtime.refresh(pod, volume);
        } else {
          failed(pod, volume, problem.get());
        }
      }
    }
  }

  private void failed(Pod pod, Volume volume, String problem) {
    events.warning(
        pod,
        "FailedMount",
        "MountVolume.SetUp failed for volume \"" + volume.name() + "\" : " + problem);
  }

  void forget(String podUid) {
    mounts.remove(podUid);
  }

  private boolean allMounted(Pod pod, List<Volume> wanted) {
    Map<String, Mount> ofPod = mounts.get(pod.uid());
    for (Volume volume : wanted) {
      Mount mount = ofPod.get(volume.name());
      if (mount == null || !mount.mounted) {
        return false;
      }
    }
    return true;
  }

  /** The volumes that some container mounts; the others are not looked at. */
  private static List<Volume> wanted(Pod pod) {
    Set<String> names = new LinkedHashSet<>();
    for (Container container : pod.spec().initContainers()) {
      addNames(container, names);
    }
    for (Container container : pod.spec().containers()) {
      addNames(container, names);
    }
    var wanted = new ArrayList<Volume>();
    for (Volume volume : pod.spec().volumes()) {
      if (names.contains(volume.name())) {
        wanted.add(volume);
      }
    }
    return wanted;
  }

  private static void addNames(Container container, Set<String> names) {
    for (VolumeMount mount : container.volumeMounts()) {
      names.add(mount.name());
    }
    for (VolumeMount device : container.volumeDevices()) {
      names.add(device.name());
    }
  }

  /** One sync's wait. */
  private final class Wait {
    private final Pod pod;
    private final List<Volume> wanted;
    private final Duration since;
    private final Consumer<Outcome> done;
    private Optional<Timer> nextAttempt = Optional.empty();
    private Optional<Timer> nextPoll = Optional.empty();

    Wait(Pod pod, List<Volume> wanted, Duration since, Consumer<Outcome> done) {
      this.pod = pod;
      this.wanted = wanted;
      this.since = since;
      this.done = done;
    }

    void cancel() {
      nextAttempt.ifPresent(Timer::cancel);
      nextPoll.ifPresent(Timer::cancel);
    }

    /** Tries the mounts that are due, and comes back for the next one. */
    void attempt() {
      Map<String, Mount> ofPod = mounts.get(pod.uid());
      if (ofPod == null) {
        return;
      }
      Optional<Duration> next = Optional.empty();
      for (Volume volume : wanted) {
        Mount mount = ofPod.computeIfAbsent(volume.name(), unused -> new Mount());
        if (!mount.mounted && mount.notBefore.compareTo(clock.now()) <= 0) {
          mount(volume, mount);
        }
        if (!mount.mounted && (next.isEmpty() || mount.notBefore.compareTo(next.get()) < 0)) {
          next = Optional.of(mount.notBefore);
        }
      }
      nextAttempt = next.map(at -> clock.after(at.minus(clock.now()), this::attempt));
    }

    private void mount(Volume volume, Mount mount) {
      Optional<String> problem = sources.problem(pod, volume);
      if (problem.isEmpty()) {
        mount.mounted = true;
        return;
      }
      failed(pod, volume, problem.get());
      mount.notBefore = clock.now().plus(mount.retry);
      Duration doubled = mount.retry.multipliedBy(2);
      mount.retry = doubled.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : doubled;
    }

    void poll() {
      nextPoll =
          Optional.of(
              clock.after(
                  Timing.VOLUME_POLL,
                  () -> {
                    Duration waited = clock.now().minus(since);
                    if (mounts.containsKey(pod.uid()) && allMounted(pod, wanted)) {
                      cancel();
                      done.accept(new Outcome(Optional.empty(), waited));
                    } else if (waited.compareTo(Timing.VOLUME_TIMEOUT) >= 0) {
                      cancel();
                      done.accept(new Outcome(Optional.of("context deadline exceeded"), waited));
                    } else {
                      poll();
                    }
                  }));
    }
  }
}
