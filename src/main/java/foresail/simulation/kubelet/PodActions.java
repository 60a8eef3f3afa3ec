package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.model.PodSpec;
import foresail.model.RestartPolicy;
import foresail.simulation.api.Pod;
import foresail.simulation.runtime.ContainerView;
import foresail.simulation.runtime.PodView;
import foresail.simulation.runtime.RuntimeState;
import foresail.simulation.runtime.SandboxView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a sync is to do with a pod's containers: decided from what was seen of the runtime, before
 * anything is done.
 *
 * <p>Source: pkg/kubelet/kuberuntime/kuberuntime_manager.go (computePodActions), v1.36.
 */
final class PodActions {
  private final Pod pod;
  private final PodView view;
  private final ProbeManager probes;

  /** Whether everything is to be stopped: nothing is left that should run. */
  boolean killPod;

  boolean createSandbox;
  int attempt;

  /** In the order in which they are to be started. */
  final List<Container> initToStart = new ArrayList<>();

  /** In the order of the spec. */
  final List<Container> toStart = new ArrayList<>();

  /** Running containers that are to be stopped first. */
  final List<Kill> toKill = new ArrayList<>();

  /**
   * A running container to be stopped.
   *
   * @param probe the probe that condemned it; empty where its image has changed
   */
  record Kill(ContainerView run, Container container, String message, Optional<ProbeKind> probe) {}

  private PodActions(Pod pod, PodView view, ProbeManager probes) {
    this.pod = pod;
    this.view = view;
    this.probes = probes;
  }

  static PodActions compute(Pod pod, PodView view, ProbeManager probes) {
    var actions = new PodActions(pod, view, probes);
    actions.decide();
    return actions;
  }

  /** Whether there is anything to do. */
  boolean any() {
    return killPod
        || createSandbox
        || !initToStart.isEmpty()
        || !toStart.isEmpty()
        || !toKill.isEmpty();
  }

  private void decide() {
    if (view.readySandbox().isEmpty()) {
      newSandbox();
      return;
    }
    boolean initialized = new InitActions(pod, view, probes, this).decide();
    if (killPod || !initialized) {
      return;
    }
    int kept = 0;
    for (Container container : pod.spec().containers()) {
      kept += decide(container) ? 1 : 0;
    }
    if (kept == 0 && toStart.isEmpty()) {
      killPod = true;
      initToStart.clear();
    }
  }

  private void newSandbox() {
    Optional<SandboxView> last = view.sandboxes().stream().findFirst();
    attempt = last.map(sandbox -> sandbox.attempt() + 1).orElse(0);
    killPod = true;
    PodSpec spec = pod.spec();
    if (spec.restartPolicy() == RestartPolicy.NEVER
        && attempt != 0
        && !view.containers().isEmpty()) {
      return;
    }
    for (Container container : spec.containers()) {
      boolean over =
          Restarts.policy(spec, container) == RestartPolicy.ON_FAILURE && succeeded(container);
      if (!over) {
        toStart.add(container);
      }
    }
    if (toStart.isEmpty()) {
      return;
    }
    createSandbox = true;
    if (!spec.initContainers().isEmpty()) {
      toStart.clear();
      initToStart.add(spec.initContainers().get(0));
    }
  }

  private boolean succeeded(Container container) {
    return view.container(container.name())
        .filter(run -> run.exited() && run.exitCode() == 0)
        .isPresent();
  }

  /** Decides about an app container; true where it runs and is kept. */
  private boolean decide(Container container) {
    Optional<ContainerView> run = view.container(container.name());
    if (run.isEmpty() || run.get().state() != RuntimeState.RUNNING) {
      if (Restarts.wanted(pod, container, view)) {
        toStart.add(container);
      }
      return false;
    }
    Optional<Kill> condemned = condemned(container, run.get());
    if (condemned.isEmpty()) {
      return true;
    }
    boolean changed = condemned.get().probe().isEmpty();
    String message = condemned.get().message();
    if (changed || Restarts.afterKill(pod.spec(), container)) {
      message += ", will be restarted";
      toStart.add(container);
    }
    toKill.add(new Kill(run.get(), container, message, condemned.get().probe()));
    return false;
  }

  private Optional<Kill> condemned(Container container, ContainerView run) {
    String name = "Container " + container.name();
    if (!run.image().equals(container.image())) {
      return Optional.of(new Kill(run, container, name + " definition changed", Optional.empty()));
    }
    if (probes.failed(ProbeKind.LIVENESS, run.id())) {
      return Optional.of(
          new Kill(
              run, container, name + " failed liveness probe", Optional.of(ProbeKind.LIVENESS)));
    }
    if (probes.failed(ProbeKind.STARTUP, run.id())) {
      return Optional.of(
          new Kill(run, container, name + " failed startup probe", Optional.of(ProbeKind.STARTUP)));
    }
    return Optional.empty();
  }
}
