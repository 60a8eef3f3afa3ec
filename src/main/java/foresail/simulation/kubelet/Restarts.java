package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.model.PodSpec;
import foresail.model.RestartPolicy;
import foresail.model.RestartRule;
import foresail.simulation.api.Pod;
import foresail.simulation.runtime.ContainerView;
import foresail.simulation.runtime.PodView;
import java.util.Optional;

/**
 * Which containers are restarted after they ended.
 *
 * <p>Source: pkg/kubelet/container/helpers.go (ShouldContainerBeRestarted), pkg/api/v1/pod/util.go
 * (ContainerShouldRestart), v1.36.
 */
final class Restarts {
  private static final String RESTART_ALL = "RestartAllContainers";

  private Restarts() {}

  /** The container's own policy, else the pod's. */
  static RestartPolicy policy(PodSpec spec, Container container) {
    return container.restartPolicy().orElse(spec.restartPolicy());
  }

  /** Whether a container that ended with this code is started again. */
  static boolean afterExit(PodSpec spec, Container container, int exitCode) {
    if (container.restartPolicy().isPresent()) {
      for (RestartRule rule : container.restartRules()) {
        if (rule.matches(exitCode)) {
          return true;
        }
      }
    }
    return switch (policy(spec, container)) {
      case ALWAYS -> true;
      case ON_FAILURE -> exitCode != 0;
      case NEVER -> false;
    };
  }

  /** Whether the container's end asks for all containers to start anew. */
  static boolean restartsAll(Container container, int exitCode) {
    if (container.restartPolicy().isEmpty()) {
      return false;
    }
    for (RestartRule rule : container.restartRules()) {
      if (rule.matches(exitCode)) {
        return rule.action().equals(RESTART_ALL);
      }
    }
    return false;
  }

  /** Whether a container that a probe killed, or whose image changed, is started again. */
  static boolean afterKill(PodSpec spec, Container container) {
    return policy(spec, container) != RestartPolicy.NEVER;
  }

  /** Whether the next sync is to start a container. */
  static boolean wanted(Pod pod, Container container, PodView view) {
    if (pod.deleting()) {
      return false;
    }
    Optional<ContainerView> newest = view.container(container.name());
    if (newest.isEmpty()) {
      return true;
    }
    return switch (newest.get().state()) {
      case RUNNING -> false;
      case CREATED -> true;
      case EXITED -> afterExit(pod.spec(), container, newest.get().exitCode());
    };
  }
}
