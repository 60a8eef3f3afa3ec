package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.simulation.api.ContainerState;
import foresail.simulation.api.ContainerState.Running;
import foresail.simulation.api.ContainerState.Terminated;
import foresail.simulation.api.ContainerState.Waiting;
import foresail.simulation.api.ContainerStatus;
import foresail.simulation.api.Pod;
import foresail.simulation.runtime.ContainerView;
import foresail.simulation.runtime.PodView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the runtime says about containers, as the API shows it: a start that failed turns the state
 * to waiting with the failure's reason.
 *
 * <p>Source: pkg/kubelet/kubelet_pods.go (convertToAPIContainerStatuses), v1.36.
 */
final class ContainerStatuses {
  private final ReasonCache reasons;
  private final RestartAll restartAll;

  ContainerStatuses(ReasonCache reasons, RestartAll restartAll) {
    this.reasons = reasons;
    this.restartAll = restartAll;
  }

  List<ContainerStatus> of(
      Pod pod,
      List<Container> containers,
      List<ContainerStatus> before,
      boolean init,
      PodView view) {
    String waiting =
        pod.spec().initContainers().isEmpty() ? "ContainerCreating" : "PodInitializing";
    var statuses = new ArrayList<ContainerStatus>(containers.size());
    for (Container container : containers) {
      ContainerStatus status = seen(pod, container, old(before, container.name()), waiting, view);
      statuses.add(withFailure(pod, container, status, init, view));
    }
    return statuses;
  }

  private static Optional<ContainerStatus> old(List<ContainerStatus> before, String name) {
    return before.stream().filter(status -> status.name().equals(name)).findFirst();
  }

  private ContainerStatus seen(
      Pod pod, Container container, Optional<ContainerStatus> old, String waiting, PodView view) {
    ContainerStatus status = unseen(pod, container, old, waiting);
    boolean newest = true;
    for (ContainerView run : view.containers()) {
      if (!run.name().equals(container.name())) {
        continue;
      }
      if (!newest) {
        return status.withLastState(state(run));
      }
      newest = false;
      status =
          new ContainerStatus(
              container.name(),
              state(run),
              status.lastState(),
              false,
              false,
              run.restartCount(),
              run.id());
    }
    return status;
  }

  /** The status of a container of which the runtime knows nothing. */
  private ContainerStatus unseen(
      Pod pod, Container container, Optional<ContainerStatus> old, String waiting) {
    Optional<Integer> removed = restartAll.restarts(pod.uid(), container.name());
    if (removed.isPresent()) {
      ContainerState last =
          new Terminated(137, 0, RestartAll.REASON, "", Duration.ZERO, Duration.ZERO);
      return new ContainerStatus(
          container.name(),
          ContainerState.waiting(RestartAll.REASON),
          last,
          false,
          false,
          removed.get() + 1,
          "");
    }
    if (old.isPresent() && old.get().state().terminated()) {
      return old.get();
    }
    return new ContainerStatus(
        container.name(),
        ContainerState.waiting(waiting),
        old.map(ContainerStatus::lastState).orElse(ContainerState.NONE),
        false,
        false,
        old.map(ContainerStatus::restartCount).orElse(0),
        "");
  }

  private static ContainerState state(ContainerView run) {
    return switch (run.state()) {
      case CREATED -> ContainerState.waiting("");
      case RUNNING -> new Running(run.startedAt());
      case EXITED ->
          new Terminated(
              run.exitCode(), 0, run.reason(), run.message(), run.startedAt(), run.finishedAt());
    };
  }

  private ContainerStatus withFailure(
      Pod pod, Container container, ContainerStatus status, boolean init, PodView view) {
    if (init && status.state().succeeded()) {
      return status; // also of a sidecar, which will be started again
    }
    Optional<StartFailure> failure = reasons.get(pod.uid(), container.name());
    if (failure.isEmpty() || !Restarts.wanted(pod, container, view)) {
      return status;
    }
    ContainerStatus waiting =
        status.state().terminated() ? status.withLastState(status.state()) : status;
    return waiting.withState(new Waiting(failure.get().reason(), failure.get().message()));
  }
}
