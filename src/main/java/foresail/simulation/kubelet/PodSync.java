package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.model.PodSpec;
import foresail.simulation.api.Condition;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Pod;
import foresail.simulation.api.PodStatus;
import foresail.simulation.kernel.Clock;
import foresail.simulation.runtime.ContainerRuntime;
import foresail.simulation.runtime.PodView;
import foresail.simulation.runtime.SandboxView;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Events;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One look at a pod that is to run: publishes its status, waits for volumes, and starts and stops
 * containers.
 *
 * <p>Source: pkg/kubelet/kubelet.go (SyncPod), pkg/kubelet/kuberuntime/kuberuntime_manager.go
 * (SyncPod), v1.36.
 */
final class PodSync {
  private final Parts parts;
  private final Pod pod;
  private final PodView view;
  private final Consumer<SyncResult> done;
  private final List<StartOutcome> outcomes = new ArrayList<>();
  private PodActions actions;
  private String podIp = "";
  private Runnable cancelVolumes = () -> {};

  /** What a sync works with. */
  record Parts(
      Clock clock,
      ApiServer api,
      Events events,
      ContainerRuntime runtime,
      StatusGenerator generator,
      StatusManager statuses,
      VolumeManager volumes,
      ProbeManager probes,
      ReasonCache reasons,
      ContainerStart start,
      ContainerKill kill,
      PodKill podKill,
      RestartAll restartAll,
      Pleg pleg) {}

  PodSync(Parts parts, Pod pod, PodView view, Consumer<SyncResult> done) {
    this.parts = parts;
    this.pod = pod;
    this.view = view;
    this.done = done;
  }

  void run() {
    PodStatus status = parts.generator().generate(pod, view, false);
    parts.statuses().set(pod, status);
    if (status.phase().terminal()) {
      done.accept(SyncResult.TERMINAL);
      return;
    }
    podIp = status.podIp();
    cancelVolumes = parts.volumes().await(pod, this::withVolumes);
  }

  /** Ends the wait for volumes: the pod is to be stopped. What the runtime does goes on. */
  void cancel() {
    if (actions == null) {
      cancelVolumes.run();
      done.accept(SyncResult.FAILED);
    }
  }

  private void withVolumes(VolumeManager.Outcome outcome) {
    if (outcome.problem().isPresent()) {
      actions = PodActions.compute(pod, PodView.EMPTY, parts.probes());
      done.accept(SyncResult.FAILED);
      return;
    }
    pullSecrets();
    parts.probes().add(pod);
    actions = PodActions.compute(pod, view, parts.probes());
    if (RestartAll.wanted(pod, view)) {
      parts.restartAll().run(pod, view, this::allRemoved);
      return;
    }
    if (actions.killPod && view.hasRunning()) {
      parts.podKill().kill(pod, view, grace(), () -> afterPodKill(outcome.waited()));
    } else if (actions.killPod && !actions.createSandbox && view.readySandbox().isPresent()) {
      parts.runtime().stopSandbox(pod.uid(), () -> afterPodKill(outcome.waited()));
    } else {
      afterPodKill(outcome.waited());
    }
  }

  private void allRemoved() {
    parts.pleg().relistOnDemand(pod.uid());
    done.accept(SyncResult.AGAIN);
  }

  private void pullSecrets() {
    var missing = new ArrayList<String>();
    for (String secret : pod.spec().imagePullSecrets()) {
      if (parts.api().get(Declared.SECRET, pod.namespace(), secret).isEmpty()) {
        missing.add(secret);
      }
    }
    if (!missing.isEmpty()) {
      parts
          .events()
          .warning(
              pod,
              "FailedToRetrieveImagePullSecret",
              "Unable to retrieve some image pull secrets ("
                  + String.join(", ", missing)
                  + "); attempting to pull the image may not succeed.");
    }
  }

  private Duration grace() {
    return Duration.ofSeconds(pod.spec().terminationGracePeriodSeconds());
  }

  private void afterPodKill(Duration volumeWait) {
    if (actions.createSandbox) {
      parts.runtime().runSandbox(pod, actions.attempt, volumeWait, sandbox -> withSandbox(sandbox));
    } else if (actions.killPod) {
      finish();
    } else {
      killContainers();
    }
  }

  /** From 1.36 on the sandbox is told of at once, before any image is pulled. */
  private void withSandbox(SandboxView sandbox) {
    podIp = sandbox.ip();
    PodStatus status = parts.statuses().newest(pod);
    var ready =
        new Condition("PodReadyToStartContainers", Condition.TRUE, "", "", parts.clock().now());
    parts.statuses().set(pod, status.with(ready));
    startInit(0);
  }

  private void killContainers() {
    var left = new Countdown(actions.toKill.size(), () -> startInit(0));
    for (PodActions.Kill kill : actions.toKill) {
      parts
          .kill()
          .kill(
              pod,
              kill.container(),
              kill.run().id(),
              kill.message(),
              grace(kill),
              KillOrder.NONE,
              left::one);
    }
  }

  /** A probe may have a grace of its own, which overrides the pod's. */
  private Duration grace(PodActions.Kill kill) {
    return kill.probe()
        .flatMap(kind -> kind.of(kill.container()))
        .flatMap(probe -> probe.terminationGracePeriodSeconds())
        .map(Duration::ofSeconds)
        .orElseGet(this::grace);
  }

  private void startInit(int position) {
    if (position == actions.initToStart.size()) {
      start(0);
      return;
    }
    Container container = actions.initToStart.get(position);
    boolean sidecar = PodSpec.isSidecar(container);
    parts
        .start()
        .start(
            pod,
            container,
            !sidecar,
            view,
            podIp,
            outcome -> {
              outcomes.add(outcome);
              if (outcome.failed() && !sidecar) {
                finish();
              } else {
                startInit(position + 1);
              }
            });
  }

  private void start(int position) {
    if (position == actions.toStart.size()) {
      finish();
      return;
    }
    Container container = actions.toStart.get(position);
    parts
        .start()
        .start(
            pod,
            container,
            false,
            view,
            podIp,
            outcome -> {
              outcomes.add(outcome);
              start(position + 1);
            });
  }

  private void finish() {
    boolean failed = false;
    boolean onlyBackoff = true;
    Optional<Duration> earliest = Optional.empty();
    for (StartOutcome outcome : outcomes) {
      if (!outcome.failed()) {
        parts.reasons().remove(pod.uid(), outcome.container());
        continue;
      }
      StartFailure failure = outcome.failure().orElseThrow();
      parts.reasons().put(pod.uid(), outcome.container(), failure);
      failed = true;
      onlyBackoff &= failure.backoff().isPresent();
      if (failure.backoff().isPresent()
          && (earliest.isEmpty() || failure.backoff().get().compareTo(earliest.get()) < 0)) {
        earliest = failure.backoff();
      }
    }
    if (!failed && actions.any()) {
      parts.pleg().relistOnDemand(pod.uid());
    }
    done.accept(
        failed
            ? new SyncResult(false, true, false, onlyBackoff ? earliest : Optional.empty())
            : SyncResult.GOOD);
  }
}
