package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.simulation.api.Pod;
import foresail.simulation.runtime.ContainerRuntime;
import foresail.simulation.runtime.ContainerView;
import foresail.simulation.runtime.PodView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starts all containers of a pod anew, in the same sandbox, when one ends with an exit code whose
 * rule says {@code RestartAllContainers}. What was removed has no crash back-off.
 *
 * <p>Source: pkg/kubelet/kuberuntime/kuberuntime_manager.go, gate
 * RestartAllContainersOnContainerExits, v1.36.
 */
final class RestartAll {
  static final String REASON = "RestartingAllContainers";

  private final ContainerRuntime runtime;
  private final ContainerKill kill;

  /** How often containers had been restarted when they were removed, by pod and name. */
  private final Map<String, Map<String, Integer>> removed = new HashMap<>();

  RestartAll(ContainerRuntime runtime, ContainerKill kill) {
    this.runtime = runtime;
    this.kill = kill;
  }

  private static Stream<Container> containers(Pod pod) {
    return Stream.concat(pod.spec().containers().stream(), pod.spec().initContainers().stream());
  }

  /** Whether a container has ended in a way that asks for it. */
  static boolean wanted(Pod pod, PodView view) {
    return !pod.deleting()
        && containers(pod)
            .anyMatch(
                container ->
                    view.container(container.name())
                        .filter(
                            run -> run.exited() && Restarts.restartsAll(container, run.exitCode()))
                        .isPresent());
  }

  /** Stops and removes all containers; tells when nothing is left but the sandbox. */
  void run(Pod pod, PodView view, Runnable done) {
    List<ContainerView> running = new ArrayList<>();
    Map<String, Integer> counts = removed.computeIfAbsent(pod.uid(), unused -> new HashMap<>());
    for (ContainerView run : view.containers()) {
      counts.merge(run.name(), run.restartCount(), Math::max);
      if (run.running()) {
        running.add(run);
      }
    }
    var left = new Countdown(running.size(), () -> remove(pod, view, done));
    for (ContainerView run : running) {
      Optional<Container> spec = PodKill.spec(pod, run.name());
      if (spec.isEmpty()) {
        left.one();
      } else {
        kill.kill(
            pod, spec.get(), run.id(), "killing", Timing.SHORTEST_GRACE, KillOrder.NONE, left::one);
      }
    }
  }

  private void remove(Pod pod, PodView view, Runnable done) {
    for (ContainerView run : view.containers()) {
      runtime.removeContainer(pod.uid(), run.id());
    }
    done.run();
  }

  /** How often a removed container had been restarted; empty where it was not removed. */
  Optional<Integer> restarts(String podUid, String container) {
    return Optional.ofNullable(removed.getOrDefault(podUid, Map.of()).get(container));
  }

  void forget(String podUid) {
    removed.remove(podUid);
  }
}
