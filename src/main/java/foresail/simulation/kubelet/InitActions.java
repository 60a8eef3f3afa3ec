package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.model.PodSpec;
import foresail.simulation.api.Pod;
import foresail.simulation.runtime.ContainerView;
import foresail.simulation.runtime.PodView;
import foresail.simulation.runtime.RuntimeState;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Which init container or sidecar is next, and whether the app containers may start.
 *
 * <p>Source: pkg/kubelet/kuberuntime/kuberuntime_container.go (computeInitContainerActions), v1.36.
 */
final class InitActions {
  private final Pod pod;
  private final PodView view;
  private final ProbeManager probes;
  private final PodActions actions;
  private final List<Container> all;
  private boolean initialized;

  /** Whether the present one has been found: those before it are done and only sidecars matter. */
  private boolean found;

  InitActions(Pod pod, PodView view, ProbeManager probes, PodActions actions) {
    this.pod = pod;
    this.view = view;
    this.probes = probes;
    this.actions = actions;
    this.all = pod.spec().initContainers();
  }

  /** Fills in what to start and kill; true where the app containers may start. */
  boolean decide() {
    if (all.isEmpty()) {
      return true;
    }
    initialized = mainHasStarted();
    found = initialized;
    for (int i = all.size() - 1; i >= 0; i--) {
      Container container = all.get(i);
      Optional<ContainerView> run = view.container(container.name());
      boolean sidecar = PodSpec.isSidecar(container);
      if (run.isEmpty()) {
        if (found && sidecar) {
          actions.initToStart.add(container);
        }
        continue;
      }
      if (found && !sidecar) {
        continue;
      }
      decide(i, container, run.get());
      if (actions.killPod) {
        return false;
      }
      found = true;
    }
    if (!found) {
      actions.initToStart.add(all.get(0));
    }
    Collections.reverse(actions.initToStart);
    return initialized;
  }

  private boolean mainHasStarted() {
    for (Container container : pod.spec().containers()) {
      Optional<ContainerView> run = view.container(container.name());
      if (run.isPresent() && !run.get().exited()) {
        return true;
      }
    }
    return false;
  }

  private void decide(int i, Container container, ContainerView run) {
    boolean sidecar = PodSpec.isSidecar(container);
    if (run.state() == RuntimeState.CREATED) {
      actions.initToStart.add(container);
    } else if (run.running()) {
      if (sidecar) {
        runningSidecar(i, container, run);
      }
    } else if (sidecar) {
      actions.initToStart.add(container);
    } else if (run.exitCode() != 0 || run.reason().equals("OOMKilled")) {
      failed(container, run);
    } else {
      next(i);
    }
  }

  private void runningSidecar(int i, Container container, ContainerView run) {
    if (container.startupProbe().isPresent()) {
      if (probes.failed(ProbeKind.STARTUP, run.id())) {
        kill(container, run, "failed startup probe", ProbeKind.STARTUP);
      }
      boolean passed =
          probes
              .result(ProbeKind.STARTUP, run.id())
              .filter(ProbeResult.SUCCESS::equals)
              .isPresent();
      if (!passed) {
        return;
      }
    }
    if (!found) {
      next(i);
    }
    if (probes.failed(ProbeKind.LIVENESS, run.id())) {
      kill(container, run, "failed liveness probe", ProbeKind.LIVENESS);
    }
  }

  private void kill(Container container, ContainerView run, String why, ProbeKind probe) {
    String message = "Init container " + container.name() + " " + why;
    actions.toKill.add(new PodActions.Kill(run, container, message, Optional.of(probe)));
    actions.initToStart.add(container);
  }

  private void failed(Container container, ContainerView run) {
    if (Restarts.afterExit(pod.spec(), container, run.exitCode() == 0 ? 1 : run.exitCode())) {
      actions.initToStart.add(container);
    } else {
      actions.killPod = true;
      actions.initToStart.clear();
    }
  }

  private void next(int i) {
    if (i == all.size() - 1) {
      initialized = true;
    } else {
      actions.initToStart.add(all.get(i + 1));
    }
  }
}
