package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.model.PodSpec;
import foresail.simulation.api.Condition;
import foresail.simulation.api.ContainerState.Terminated;
import foresail.simulation.api.ContainerStatus;
import foresail.simulation.api.Phase;
import foresail.simulation.api.Pod;
import foresail.simulation.api.PodStatus;
import foresail.simulation.runtime.PodView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The conditions that the kubelet writes, with the server's reasons and messages.
 *
 * <p>Source: pkg/kubelet/status/generate.go, v1.36.
 */
final class PodConditions {
  private final Pod pod;
  private final PodStatus status;
  private final Duration now;

  private PodConditions(Pod pod, PodStatus status, Duration now) {
    this.pod = pod;
    this.status = status;
    this.now = now;
  }

  /**
   * The status with the kubelet's conditions put into it.
   *
   * @param sandbox whether the pod has a sandbox with an address
   */
  static PodStatus fill(Pod pod, PodStatus status, Sandbox sandbox, Duration now) {
    var conditions = new PodConditions(pod, status, now);
    Condition containersReady = conditions.containersReady();
    return status
        .with(conditions.sandbox(sandbox))
        .with(conditions.initialized())
        .with(conditions.ready(containersReady))
        .with(containersReady)
        .with(conditions.condition("PodScheduled", true, "", ""));
  }

  /** The status with Ready and ContainersReady computed anew. */
  static PodStatus refillReady(Pod pod, PodStatus status, Duration now) {
    var conditions = new PodConditions(pod, status, now);
    Condition containersReady = conditions.containersReady();
    return status.with(conditions.ready(containersReady)).with(containersReady);
  }

  /** Whether a pod's sandbox is up, and the words of the release for it. */
  enum Sandbox {
    READY(true, "", ""),
    NONE(false, "PodSandboxNotReady", "no pod sandbox exists"),
    ENDED(false, "PodSandboxNotReady", "pod sandbox is not ready"),
    /** Up to 1.36 nothing is said about a sandbox that is not ready. */
    NOT_READY(false, "", "");

    private final boolean ready;
    private final String reason;
    private final String message;

    Sandbox(boolean ready, String reason, String message) {
      this.ready = ready;
      this.reason = reason;
      this.message = message;
    }

    /**
     * @param release minor number of the Kubernetes release
     */
    static Sandbox of(PodView view, int release) {
      if (view.readySandbox().isPresent()) {
        return READY;
      }
      if (release < 37) {
        return NOT_READY;
      }
      return view.sandboxes().isEmpty() ? NONE : ENDED;
    }
  }

  private Condition sandbox(Sandbox sandbox) {
    return condition("PodReadyToStartContainers", sandbox.ready, sandbox.reason, sandbox.message);
  }

  private Condition condition(String type, boolean value, String reason, String message) {
    return new Condition(type, value ? Condition.TRUE : Condition.FALSE, reason, message, now);
  }

  private Condition initialized() {
    if (status.phase() == Phase.SUCCEEDED) {
      return condition("Initialized", true, "PodCompleted", "");
    }
    var unknown = new ArrayList<String>();
    var incomplete = new ArrayList<String>();
    for (Container container : pod.spec().initContainers()) {
      Optional<ContainerStatus> known = status.container(container.name());
      if (known.isEmpty()) {
        unknown.add(container.name());
      } else if (!initialized(container, known.get())) {
        incomplete.add(container.name());
      }
    }
    if (mainHasRun() || (unknown.isEmpty() && incomplete.isEmpty())) {
      return condition("Initialized", true, "", "");
    }
    return condition(
        "Initialized",
        false,
        "ContainersNotInitialized",
        parts("unknown", unknown, "incomplete", incomplete));
  }

  private static boolean initialized(Container container, ContainerStatus known) {
    return PodSpec.isSidecar(container) ? known.started() : known.ready();
  }

  private boolean mainHasRun() {
    for (ContainerStatus container : status.containers()) {
      if (container.state().running()
          || container.state().terminated()
          || container.lastState() instanceof Terminated) {
        return true;
      }
    }
    return false;
  }

  private Condition containersReady() {
    if (status.phase() == Phase.SUCCEEDED) {
      return condition("ContainersReady", false, "PodCompleted", "");
    }
    if (status.phase() == Phase.FAILED) {
      return condition("ContainersReady", false, "PodFailed", "");
    }
    var unknown = new ArrayList<String>();
    var unready = new ArrayList<String>();
    for (Container container : pod.spec().initContainers()) {
      if (PodSpec.isSidecar(container)) {
        sortReady(container.name(), unknown, unready);
      }
    }
    for (Container container : pod.spec().containers()) {
      sortReady(container.name(), unknown, unready);
    }
    if (unknown.isEmpty() && unready.isEmpty()) {
      return condition("ContainersReady", true, "", "");
    }
    return condition(
        "ContainersReady",
        false,
        "ContainersNotReady",
        parts("unknown", unknown, "unready", unready));
  }

  private void sortReady(String name, List<String> unknown, List<String> unready) {
    Optional<ContainerStatus> known = status.container(name);
    if (known.isEmpty()) {
      unknown.add(name);
    } else if (!known.get().ready()) {
      unready.add(name);
    }
  }

  private Condition ready(Condition containersReady) {
    if (!containersReady.isTrue()) {
      return condition("Ready", false, containersReady.reason(), containersReady.message());
    }
    var closed = new ArrayList<String>();
    for (String gate : pod.spec().readinessGates()) {
      Optional<Condition> known = Condition.find(status.conditions(), gate);
      if (known.isEmpty()) {
        closed.add(
            "corresponding condition of pod readiness gate \"" + gate + "\" does not exist.");
      } else if (!known.get().isTrue()) {
        closed.add(
            "the status of pod readiness gate \""
                + gate
                + "\" is not \"True\", but "
                + known.get().status());
      }
    }
    return closed.isEmpty()
        ? condition("Ready", true, "", "")
        : condition("Ready", false, "ReadinessGatesNotReady", String.join(", ", closed));
  }

  private static String parts(
      String first, List<String> firstNames, String second, List<String> secondNames) {
    var parts = new ArrayList<String>();
    if (!firstNames.isEmpty()) {
      parts.add("containers with " + first + " status: [" + String.join(" ", firstNames) + "]");
    }
    if (!secondNames.isEmpty()) {
      parts.add("containers with " + second + " status: [" + String.join(" ", secondNames) + "]");
    }
    return String.join(", ", parts);
  }
}
