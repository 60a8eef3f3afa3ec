package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.model.PodSpec;
import foresail.simulation.api.ContainerState;
import foresail.simulation.api.ContainerState.Terminated;
import foresail.simulation.api.ContainerStatus;
import foresail.simulation.api.Phase;
import foresail.simulation.api.PodStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The status of a pod that is over: what has not ended by now is lost, and the phase is terminal.
 *
 * <p>Source: pkg/kubelet/status/status_manager.go (TerminatePod), v1.36.
 */
final class LastStatus {
  private static final ContainerState LOST =
      new Terminated(
          137,
          0,
          "ContainerStatusUnknown",
          "The container could not be located when the pod was terminated",
          Duration.ZERO,
          Duration.ZERO);

  private LastStatus() {}

  /**
   * @param stored as the API server had it when the pod was to be stopped: by this one the kubelet
   *     decides whether the app containers could have been started
   */
  static PodStatus of(PodSpec spec, PodStatus stored, PodStatus status) {
    PodStatus last =
        status.withContainers(
            lost(status.initContainers(), attempted(status.initContainers())),
            lost(status.containers(), initialized(spec, stored) ? status.containers().size() : 0));
    return last.phase().terminal() ? last : last.withPhase(Phase.FAILED, "", "");
  }

  /** The same statuses, where of the first ones those that did not end are lost. */
  private static List<ContainerStatus> lost(List<ContainerStatus> statuses, int first) {
    var all = new ArrayList<ContainerStatus>(statuses.size());
    for (ContainerStatus status : statuses) {
      boolean keep = all.size() >= first || status.state().terminated();
      all.add(keep ? status : status.withState(LOST));
    }
    return all;
  }

  /** How many init containers may have been started: the first one always counts. */
  private static int attempted(List<ContainerStatus> init) {
    for (int i = init.size(); i > 0; i--) {
      if (hasMoved(init.get(i - 1))) {
        return i;
      }
    }
    return Math.min(1, init.size());
  }

  /** Whether the app containers could have been started. */
  private static boolean initialized(PodSpec spec, PodStatus status) {
    if (spec.initContainers().isEmpty()) {
      return true;
    }
    for (ContainerStatus container : status.containers()) {
      if (hasMoved(container)) {
        return true;
      }
    }
    List<Container> init = spec.initContainers();
    Container last = init.get(init.size() - 1);
    return status
        .container(last.name())
        .filter(
            known ->
                PodSpec.isSidecar(last)
                    ? known.state().running() && known.started()
                    : known.state().succeeded() || known.lastState().succeeded())
        .isPresent();
  }

  /** Whether a container has ever been more than waiting. */
  private static boolean hasMoved(ContainerStatus status) {
    return !status.state().waiting() || status.lastState() instanceof Terminated;
  }
}
