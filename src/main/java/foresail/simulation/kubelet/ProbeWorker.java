package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.model.Probe;
import foresail.model.RestartPolicy;
import foresail.simulation.api.ContainerState.Running;
import foresail.simulation.api.ContainerStatus;
import foresail.simulation.api.Pod;
import foresail.simulation.api.PodStatus;
import foresail.simulation.kernel.Priority;
import foresail.simulation.kernel.Timer;
import java.time.Duration;
import java.util.Optional;

/**
 * Probes one container in one way, at ticks that count from the worker's creation.
 *
 * <p>Source: pkg/kubelet/prober/worker.go, v1.36.
 */
final class ProbeWorker {
  /** From the trigger by a sync until the worker reads the status that this sync stored. */
  private static final Duration TRIGGERED = Duration.ofMillis(1);

  private final ProbeManager manager;
  private final ProbeContext context;
  private final String podUid;
  private final Container container;
  private final ProbeKind kind;
  private final Probe probe;
  private final Pod created;
  private Duration anchor = Duration.ZERO;
  private Optional<Timer> next = Optional.empty();
  private Runnable attempt = () -> {};
  private boolean probing;
  private boolean triggered;
  private boolean stopped;
  private String containerId = "";
  private boolean onHold;
  private ProbeResult lastResult = ProbeResult.UNKNOWN;
  private int resultRun;

  ProbeWorker(
      ProbeManager manager,
      ProbeContext context,
      Pod pod,
      Container container,
      ProbeKind kind,
      Probe probe) {
    this.manager = manager;
    this.context = context;
    this.podUid = pod.uid();
    this.created = pod;
    this.container = container;
    this.kind = kind;
    this.probe = probe;
  }

  void start() {
    anchor = context.clock().now();
    waitForTick();
  }

  void stop() {
    stopped = true;
    next.ifPresent(Timer::cancel);
    attempt.run();
    if (!containerId.isEmpty()) {
      manager.forget(kind, containerId);
    }
  }

  /** Has an attempt made at once, and the ticks count from now. */
  void trigger() {
    if (stopped) {
      return;
    }
    if (probing) {
      triggered = true;
      return;
    }
    next.ifPresent(Timer::cancel);
    anchor = context.clock().now();
    next = Optional.of(context.clock().after(TRIGGERED, this::look));
  }

  private Duration period() {
    return Duration.ofSeconds(Math.max(1, probe.periodSeconds()));
  }

  private void waitForTick() {
    if (stopped) {
      return;
    }
    if (triggered) {
      triggered = false;
      anchor = context.clock().now();
      next = Optional.of(context.clock().after(TRIGGERED, this::look));
      return;
    }
    Duration tick = new Rhythm(anchor, period()).after(context.clock().now());
    next = Optional.of(context.clock().at(tick, Priority.NORMAL, this::look));
  }

  /** One turn of the worker's loop. */
  private void look() {
    Optional<PodStatus> status = context.statuses().get(podUid);
    Optional<Pod> pod = context.newest().apply(podUid);
    if (status.isEmpty() || pod.isEmpty()) {
      waitForTick();
      return;
    }
    if (status.get().phase().terminal()) {
      return;
    }
    Optional<ContainerStatus> found =
        status.get().container(container.name()).filter(each -> !each.containerId().isEmpty());
    if (found.isEmpty()) {
      waitForTick();
      return;
    }
    notice(found.get().containerId());
    if (onHold) {
      waitForTick();
      return;
    }
    if (!found.get().state().running()) {
      publish(ProbeResult.FAILURE);
      boolean comesBack =
          !found.get().state().terminated()
              || created.spec().restartPolicy() != RestartPolicy.NEVER;
      if (comesBack) {
        waitForTick();
      }
      return;
    }
    if (pod.get().deleting() && kind != ProbeKind.READINESS) {
      publish(ProbeResult.SUCCESS);
      return;
    }
    if (tooEarly(found.get()) || found.get().started() == (kind == ProbeKind.STARTUP)) {
      waitForTick();
      return;
    }
    begin(pod.get(), status.get());
  }

  private void notice(String newId) {
    if (containerId.equals(newId)) {
      return;
    }
    if (!containerId.isEmpty()) {
      manager.forget(kind, containerId);
    }
    containerId = newId;
    publish(kind.initial());
    onHold = false;
  }

  private boolean tooEarly(ContainerStatus status) {
    if (!(status.state() instanceof Running running)) {
      return true;
    }
    // The status manager cuts startedAt to whole seconds, which half a second is the middle of.
    Duration age = context.clock().now().minus(running.startedAt());
    return age.plusMillis(500).toSeconds() < probe.initialDelaySeconds();
  }

  private void begin(Pod pod, PodStatus status) {
    probing = true;
    attempt =
        context
            .prober()
            .probe(
                pod,
                status,
                container,
                containerId,
                kind,
                probe,
                outcome -> {
                  probing = false;
                  attempt = () -> {};
                  outcome.ifPresent(this::count);
                  waitForTick();
                });
  }

  private void count(ProbeResult result) {
    if (stopped) {
      return;
    }
    resultRun = lastResult == result ? resultRun + 1 : 1;
    lastResult = result;
    int threshold =
        result == ProbeResult.FAILURE ? probe.failureThreshold() : probe.successThreshold();
    if (resultRun < threshold) {
      return;
    }
    publish(result);
    boolean holds =
        kind == ProbeKind.STARTUP || (kind == ProbeKind.LIVENESS && result == ProbeResult.FAILURE);
    if (holds) {
      onHold = true;
      resultRun = 0;
    }
  }

  /** Keeps a result; a new one changes the status, or has the pod looked at. */
  private void publish(ProbeResult result) {
    if (!manager.set(kind, containerId, result)) {
      return;
    }
    Optional<Pod> pod = context.newest().apply(podUid);
    if (pod.isEmpty()) {
      return;
    }
    switch (kind) {
      case READINESS -> {
        context.statuses().setReady(pod.get(), containerId, result == ProbeResult.SUCCESS);
        context.sync().accept(podUid);
      }
      case STARTUP -> {
        context.statuses().setStarted(pod.get(), containerId, result == ProbeResult.SUCCESS);
        context.sync().accept(podUid);
      }
      case LIVENESS -> {
        if (result == ProbeResult.FAILURE) {
          context.sync().accept(podUid);
        }
      }
    }
  }
}
