package foresail.simulation.kubelet;

import foresail.simulation.api.Pod;
import foresail.simulation.api.PodStatus;
import foresail.simulation.kernel.Jitter;
import foresail.simulation.kernel.Priority;
import foresail.simulation.kernel.Timer;
import foresail.simulation.runtime.PodView;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Looks after one pod: one look at a time; what happens meanwhile becomes one more look afterwards.
 * A pod is synced until it has ended or is to be deleted, then terminated, then torn down.
 *
 * <p>Source: pkg/kubelet/pod_workers.go, v1.36.
 */
final class PodWorker {
  private enum Stage {
    SYNC,
    TERMINATING,
    TERMINATED,
    FINISHED
  }

  private final PodSync.Parts parts;
  private final Jitter jitter;
  private final BooleanSupplier silent;
  private Pod pod;
  private Stage stage = Stage.SYNC;

  /** The worker goes on with the object that it had when the pod was to be stopped. */
  private PodStatus storedAtStop;

  private boolean evicted;
  private boolean working;
  private boolean pending;
  private Optional<Duration> lastSync = Optional.empty();
  private Optional<Timer> retry = Optional.empty();
  private Optional<Timer> deadline = Optional.empty();
  private Optional<PodSync> running = Optional.empty();
  private Runnable afterwards = () -> {};

  /**
   * @param silent whether the kubelet does nothing at the moment; it wakes all workers afterwards
   */
  PodWorker(PodSync.Parts parts, Jitter jitter, BooleanSupplier silent, Pod pod) {
    this.silent = silent;
    this.parts = parts;
    this.jitter = jitter;
    this.pod = pod;
    this.storedAtStop = pod.status();
  }

  /** Whether containers of the pod could still run. */
  boolean couldHaveRunningContainers() {
    return stage == Stage.SYNC || stage == Stage.TERMINATING;
  }

  boolean finished() {
    return stage == Stage.FINISHED;
  }

  Pod pod() {
    return pod;
  }

  /** Takes a new state of the pod, and looks at it. */
  void update(Pod newest) {
    pod = newest;
    if (pod.deleting()) {
      stop();
    }
    wake();
  }

  /** Takes a new state of the pod that is no reason for a look. */
  void refresh(Pod newest) {
    pod = newest;
  }

  /** The pod is gone from the API server: stops what is left of it, and tells when that is done. */
  void removed(Runnable then) {
    afterwards = then;
    stop();
    wake();
  }

  /** Whether the pod is to run on. */
  boolean isActive() {
    return stage == Stage.SYNC;
  }

  /** Stops the pod as fast as can be: it was evicted. */
  void evict() {
    evicted = true;
    stop();
    wake();
  }

  private void stop() {
    if (stage == Stage.SYNC) {
      beginTerminating();
      running.ifPresent(PodSync::cancel);
    }
  }

  private void beginTerminating() {
    stage = Stage.TERMINATING;
    storedAtStop = pod.status();
  }

  /** Looks at the pod now, or once more after the present look. */
  void wake() {
    if (stage == Stage.FINISHED || silent.getAsBoolean()) {
      return;
    }
    if (working) {
      pending = true;
      return;
    }
    working = true;
    begin();
  }

  private void begin() {
    pending = false;
    retry.ifPresent(Timer::cancel);
    parts.pleg().awaitNewer(pod.uid(), lastSync, this::look);
  }

  private void look(PodView view) {
    switch (stage) {
      case SYNC -> {
        var sync = new PodSync(parts, pod, view, this::synced);
        running = Optional.of(sync);
        sync.run();
      }
      case TERMINATING -> terminate(view);
      case TERMINATED -> tearDown(view);
      case FINISHED -> working = false;
    }
  }

  private void synced(SyncResult result) {
    running = Optional.empty();
    if (result.terminal() && stage == Stage.SYNC) {
      beginTerminating();
    }
    if (stage == Stage.SYNC) {
      comeBack(result);
      pending |= result.again();
      watchDeadline(parts.statuses().newest(pod));
    } else {
      pending = true;
    }
    finishLook();
  }

  private void finishLook() {
    lastSync = Optional.of(parts.clock().now());
    if (pending) {
      begin();
    } else {
      working = false;
    }
  }

  /** When the pod is looked at again if nothing happens. */
  private void comeBack(SyncResult result) {
    Duration delay;
    if (!result.failed()) {
      delay = jitter.stretch(Timing.RESYNC, Timing.JITTER);
    } else if (result.backoff().isPresent()) {
      Duration left = result.backoff().get();
      boolean tooLong = left.compareTo(Timing.LONGEST_BACKOFF_WAIT) > 0;
      delay = jitter.stretch(tooLong ? Timing.LONGEST_BACKOFF_WAIT : left, Timing.JITTER);
    } else {
      delay = jitter.stretch(Timing.ERROR_RETRY, Timing.JITTER);
    }
    wakeAt(parts.clock().now().plus(delay).plus(untilTick()));
  }

  /** The pod's time may be over before anything else happens. */
  private void watchDeadline(PodStatus status) {
    if (deadline.isPresent() || pod.spec().activeDeadlineSeconds().isEmpty()) {
      return;
    }
    deadline =
        status
            .startTime()
            .map(start -> start.plusSeconds(pod.spec().activeDeadlineSeconds().get()))
            .map(end -> parts.clock().at(end.plus(untilTick()), Priority.NORMAL, this::wake));
  }

  /** The kubelet takes due pods once a second: a wait of up to that, half of it in the middle. */
  private Duration untilTick() {
    return jitter.between(Duration.ZERO, Timing.SYNC_TICK);
  }

  private void wakeAt(Duration at) {
    retry.ifPresent(Timer::cancel);
    retry = Optional.of(parts.clock().at(at, Priority.NORMAL, this::wake));
  }

  /** SyncTerminatingPod: stops all containers. */
  private void terminate(PodView view) {
    parts.statuses().set(pod, parts.generator().generate(pod, view, false));
    parts.probes().stopLivenessAndStartup(pod);
    parts.podKill().kill(pod, view, grace(), this::stopped);
  }

  private Duration grace() {
    Duration grace =
        pod.metadata()
            .deletion()
            .map(deletion -> deletion.grace())
            .orElse(Duration.ofSeconds(pod.spec().terminationGracePeriodSeconds()));
    return evicted || grace.toSeconds() < 1 ? Duration.ofSeconds(1) : grace;
  }

  private void stopped() {
    parts.probes().remove(pod);
    PodView now = parts.runtime().view(pod.uid());
    parts.statuses().set(pod, parts.generator().generate(pod, now, true));
    stage = Stage.TERMINATED;
    pending = true;
    finishLook();
  }

  /** SyncTerminatedPod: frees what the pod had, and publishes its last status. */
  private void tearDown(PodView view) {
    parts.statuses().set(pod, parts.generator().generate(pod, view, true));
    parts
        .clock()
        .after(
            Timing.TEARDOWN,
            () -> {
              stage = Stage.FINISHED;
              parts
                  .statuses()
                  .terminate(
                      pod, LastStatus.of(pod.spec(), storedAtStop, parts.statuses().newest(pod)));
              working = false;
              afterwards.run();
            });
  }
}
