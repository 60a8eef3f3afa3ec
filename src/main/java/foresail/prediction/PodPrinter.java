package foresail.prediction;

import foresail.model.Container;
import foresail.model.PodSpec;
import foresail.simulation.api.Condition;
import foresail.simulation.api.ContainerState;
import foresail.simulation.api.ContainerState.Terminated;
import foresail.simulation.api.ContainerState.Waiting;
import foresail.simulation.api.ContainerStatus;
import foresail.simulation.api.Pod;
import foresail.simulation.api.PodStatus;
import java.util.List;

/**
 * Computes a pod's row as the API server prints it for {@code kubectl get pods}.
 *
 * <p>Source: pkg/printers/internalversion/printers.go (printPod), v1.36.
 */
public final class PodPrinter {
  private final Pod pod;
  private final PodStatus status;
  private String reason;
  private int restarts;
  private int sidecarRestarts;
  private int ready;
  private boolean initializing;

  private PodPrinter(Pod pod) {
    this.pod = pod;
    this.status = pod.status();
    this.reason = status.reason().isEmpty() ? status.phase().word() : status.reason();
  }

  /** The row of a pod as it is stored now. */
  public static PodRow print(Pod pod) {
    return new PodPrinter(pod).row();
  }

  private PodRow row() {
    for (Condition condition : status.conditions()) {
      if (condition.type().equals("PodScheduled") && condition.reason().equals("SchedulingGated")) {
        reason = "SchedulingGated";
      }
    }
    initContainers();
    if (!initializing || status.is("Initialized")) {
      restarts = sidecarRestarts;
      containers();
    }
    if (pod.deleting() && !pod.terminal()) {
      reason = "Terminating";
    }
    return new PodRow(ready + "/" + total(), reason, restarts);
  }

  private int total() {
    int total = pod.spec().containers().size();
    for (Container container : pod.spec().initContainers()) {
      if (PodSpec.isSidecar(container)) {
        total++;
      }
    }
    return total;
  }

  private void initContainers() {
    int position = 0;
    for (ContainerStatus container : status.initContainers()) {
      boolean sidecar = isSidecar(container.name());
      restarts += container.restartCount();
      if (sidecar) {
        sidecarRestarts += container.restartCount();
      }
      if (!finished(container, sidecar)) {
        reason = "Init:" + initReason(container.state(), position);
        initializing = true;
        return;
      }
      position++;
    }
  }

  /** Whether the printer passes over an init container; counts a sidecar that is ready. */
  private boolean finished(ContainerStatus container, boolean sidecar) {
    if (container.state().succeeded()) {
      return true;
    }
    if (sidecar && container.started()) {
      ready += container.ready() ? 1 : 0;
      return true;
    }
    return false;
  }

  private String initReason(ContainerState state, int position) {
    if (state instanceof Terminated terminated) {
      return terminatedReason(terminated);
    }
    if (state instanceof Waiting waiting
        && !waiting.reason().isEmpty()
        && !waiting.reason().equals("PodInitializing")) {
      return waiting.reason();
    }
    return position + "/" + pod.spec().initContainers().size();
  }

  private void containers() {
    boolean hasRunning = false;
    String errorReason = "";
    List<ContainerStatus> all = status.containers();
    // kubectl walks backwards, so that the first container's reason wins
    for (int i = all.size() - 1; i >= 0; i--) {
      ContainerStatus container = all.get(i);
      restarts += container.restartCount();
      if (container.state() instanceof Waiting waiting && !waiting.reason().isEmpty()) {
        reason = waiting.reason();
      } else if (container.state() instanceof Terminated terminated) {
        reason = terminatedReason(terminated);
        if (terminated.exitCode() != 0) {
          errorReason = reason;
        }
      } else if (container.ready() && container.state().running()) {
        hasRunning = true;
        ready++;
      }
    }
    if (reason.equals("Completed")) {
      reason = completed(hasRunning, errorReason);
    }
  }

  /** Some containers have completed: what that makes of the whole depends on the others. */
  private String completed(boolean hasRunning, String errorReason) {
    if (hasRunning && status.ready()) {
      return "Running";
    }
    if (!errorReason.isEmpty()) {
      return errorReason;
    }
    return hasRunning ? "NotReady" : "Completed";
  }

  private static String terminatedReason(Terminated terminated) {
    if (!terminated.reason().isEmpty()) {
      return terminated.reason();
    }
    return terminated.signal() != 0
        ? "Signal:" + terminated.signal()
        : "ExitCode:" + terminated.exitCode();
  }

  private boolean isSidecar(String name) {
    for (Container container : pod.spec().initContainers()) {
      if (container.name().equals(name)) {
        return PodSpec.isSidecar(container);
      }
    }
    return false;
  }
}
