package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.simulation.api.Pod;
import foresail.simulation.runtime.ContainerRuntime;
import foresail.simulation.runtime.ContainerView;
import foresail.simulation.runtime.PodView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Stops all containers of a pod, and then its sandbox.
 *
 * <p>Source: pkg/kubelet/kuberuntime/kuberuntime_manager.go (killPodWithSyncResult), v1.36.
 */
final class PodKill {
  private final ContainerRuntime runtime;
  private final ContainerKill kill;

  PodKill(ContainerRuntime runtime, ContainerKill kill) {
    this.runtime = runtime;
    this.kill = kill;
  }

  /** Tells when everything has ended. */
  void kill(Pod pod, PodView view, Duration grace, Runnable done) {
    List<ContainerView> running = new ArrayList<>();
    var names = new LinkedHashSet<String>();
    for (ContainerView container : view.containers()) {
      if (container.running()) {
        running.add(0, container);
        names.add(container.name());
      }
    }
    KillOrder order = KillOrder.of(pod.spec(), names);
    var left = new Countdown(running.size(), () -> stopSandbox(pod, view, done));
    for (ContainerView container : running) {
      Optional<Container> spec = spec(pod, container.name());
      if (spec.isEmpty()) {
        left.one();
        continue;
      }
      kill.kill(
          pod,
          spec.get(),
          container.id(),
          "Stopping container " + container.name(),
          grace,
          order,
          left::one);
    }
  }

  private void stopSandbox(Pod pod, PodView view, Runnable done) {
    if (view.sandboxes().isEmpty()) {
      done.run();
    } else {
      runtime.stopSandbox(pod.uid(), done);
    }
  }

  static Optional<Container> spec(Pod pod, String name) {
    for (Container container : pod.spec().containers()) {
      if (container.name().equals(name)) {
        return Optional.of(container);
      }
    }
    return pod.spec().initContainers().stream()
        .filter(container -> container.name().equals(name))
        .findFirst();
  }
}
