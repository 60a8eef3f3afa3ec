package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.model.PodSpec;
import foresail.simulation.api.ContainerState;
import foresail.simulation.api.ContainerState.Terminated;
import foresail.simulation.api.ContainerStatus;
import foresail.simulation.api.Phase;
import java.util.List;
import java.util.Optional;

/**
 * A pod's phase from its containers' states.
 *
 * <p>Source: pkg/kubelet/kubelet_pods.go (getPhase), v1.36.
 */
final class PhaseRules {
  private final PodSpec spec;
  private int pendingInit;
  private int failedInit;
  private int pendingSidecar;
  private int unknown;
  private int running;
  private int waiting;
  private int stopped;
  private int stoppedForGood;
  private int succeeded;

  private PhaseRules(PodSpec spec) {
    this.spec = spec;
  }

  /**
   * @param terminated whether the pod's termination is over, so that nothing is restarted any more
   * @param hasActiveMain whether some main container exists in the present sandbox
   */
  static Phase of(
      PodSpec spec,
      List<ContainerStatus> initContainers,
      List<ContainerStatus> containers,
      boolean terminated,
      boolean hasActiveMain) {
    var rules = new PhaseRules(spec);
    for (Container container : spec.initContainers()) {
      rules.countInit(container, find(initContainers, container.name()));
    }
    for (Container container : spec.containers()) {
      rules.count(container, find(containers, container.name()));
    }
    return rules.decide(terminated, hasActiveMain);
  }

  private static Optional<ContainerStatus> find(List<ContainerStatus> statuses, String name) {
    return statuses.stream().filter(status -> status.name().equals(name)).findFirst();
  }

  private void countInit(Container container, Optional<ContainerStatus> status) {
    if (PodSpec.isSidecar(container)) {
      countSidecar(status);
      return;
    }
    Optional<Terminated> end = status.flatMap(PhaseRules::lastEnd);
    if (end.isEmpty() || restarting(status.get().state())) {
      pendingInit++;
    } else if (end.get().exitCode() != 0
        && !Restarts.afterExit(spec, container, end.get().exitCode())) {
      failedInit++;
    }
  }

  private void countSidecar(Optional<ContainerStatus> status) {
    ContainerState state = status.map(ContainerStatus::state).orElse(ContainerState.NONE);
    if (state.running()) {
      running++;
      pendingSidecar += status.get().started() ? 0 : 1;
    } else if (status.isEmpty() || state instanceof ContainerState.None) {
      unknown++;
      pendingSidecar += status.isEmpty() ? 0 : 1;
    } else if (lastEnd(status.get()).isEmpty()) {
      pendingSidecar++;
      waiting++;
    }
  }

  private void count(Container container, Optional<ContainerStatus> status) {
    ContainerState state = status.map(ContainerStatus::state).orElse(ContainerState.NONE);
    if (state instanceof ContainerState.None) {
      unknown++;
      return;
    }
    if (state.running()) {
      running++;
      return;
    }
    if (restarting(state)) {
      stopped++; // and not for good, whatever its last run ended with
      return;
    }
    Optional<Terminated> end = lastEnd(status.get());
    if (end.isEmpty()) {
      waiting++;
      return;
    }
    stopped++;
    stoppedForGood += Restarts.afterExit(spec, container, end.get().exitCode()) ? 0 : 1;
    succeeded += state.succeeded() ? 1 : 0;
  }

  /**
   * The end that a container's state tells of: of this run, or while it waits of the one before.
   */
  private static Optional<Terminated> lastEnd(ContainerStatus status) {
    if (status.state() instanceof Terminated terminated) {
      return Optional.of(terminated);
    }
    boolean waits = status.state().waiting();
    return waits && status.lastState() instanceof Terminated terminated
        ? Optional.of(terminated)
        : Optional.empty();
  }

  private static boolean restarting(ContainerState state) {
    return state instanceof ContainerState.Waiting waiting
        && waiting.reason().equals(RestartAll.REASON);
  }

  private Phase decide(boolean terminated, boolean hasActiveMain) {
    if (failedInit > 0) {
      return Phase.FAILED;
    }
    if (pendingInit > 0 || (pendingSidecar > 0 && !hasActiveMain) || waiting > 0) {
      return Phase.PENDING;
    }
    if (running > 0 && unknown == 0) {
      return Phase.RUNNING;
    }
    if (running > 0 || stopped == 0 || unknown > 0) {
      return Phase.PENDING;
    }
    if (!terminated && stopped != stoppedForGood) {
      return Phase.RUNNING;
    }
    return stopped == succeeded ? Phase.SUCCEEDED : Phase.FAILED;
  }
}
