package foresail.simulation.kubelet;

import foresail.simulation.api.ContainerStatus;
import foresail.simulation.api.Phase;
import foresail.simulation.api.Pod;
import foresail.simulation.api.PodStatus;
import foresail.simulation.kernel.Clock;
import foresail.simulation.runtime.ContainerView;
import foresail.simulation.runtime.PodView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A pod's status from what the kubelet has seen of the runtime, its memory of failed starts, and
 * its probes.
 *
 * <p>Source: pkg/kubelet/kubelet_pods.go (generateAPIPodStatus), v1.36.
 */
final class StatusGenerator {
  private final Clock clock;
  private final ContainerStatuses containers;
  private final ProbeManager probes;
  private final StatusManager statuses;
  private final ActiveDeadline deadline;
  private final Evictions evictions;
  private final int release;

  /**
   * @param release minor number of the Kubernetes release
   */
  StatusGenerator(
      Clock clock,
      ReasonCache reasons,
      RestartAll restartAll,
      ProbeManager probes,
      StatusManager statuses,
      ActiveDeadline deadline,
      Evictions evictions,
      int release) {
    this.clock = clock;
    this.release = release;
    this.containers = new ContainerStatuses(reasons, restartAll);
    this.probes = probes;
    this.statuses = statuses;
    this.deadline = deadline;
    this.evictions = evictions;
  }

  /**
   * @param terminated whether all containers have been stopped for good
   */
  PodStatus generate(Pod pod, PodView view, boolean terminated) {
    PodStatus before = statuses.newest(pod);
    List<ContainerStatus> init =
        containers.of(pod, pod.spec().initContainers(), before.initContainers(), true, view);
    List<ContainerStatus> main =
        containers.of(pod, pod.spec().containers(), before.containers(), false, view);
    init = probes.withResults(pod, init, true);
    main = new ArrayList<>(probes.withResults(pod, main, false));
    main.sort(Comparator.comparing(ContainerStatus::name));
    PodStatus status =
        new PodStatus(
            before.phase(),
            before.reason(),
            before.message(),
            before.conditions(),
            before.startTime(),
            address(view, before),
            before.nominatedNode(),
            init,
            main);
    status = withPhase(pod, status, before, terminated, view);
    return PodConditions.fill(pod, status, PodConditions.Sandbox.of(view, release), clock.now());
  }

  private PodStatus withPhase(
      Pod pod, PodStatus status, PodStatus before, boolean terminated, PodView view) {
    if (before.phase().terminal()) {
      return status;
    }
    Optional<String> evicted = evictions.of(pod.uid());
    if (evicted.isPresent()) {
      return status.withPhase(Phase.FAILED, Evictions.REASON, evicted.get());
    }
    if (deadline.exceeded(pod, before)) {
      return status.withPhase(Phase.FAILED, ActiveDeadline.REASON, ActiveDeadline.MESSAGE);
    }
    Phase phase =
        PhaseRules.of(
            pod.spec(),
            status.initContainers(),
            status.containers(),
            terminated,
            hasActiveMain(pod, view));
    return phase == before.phase() ? status : status.withPhase(phase, "", "");
  }

  private static boolean hasActiveMain(Pod pod, PodView view) {
    for (ContainerView container : view.containers()) {
      if (pod.spec().containers().stream().anyMatch(main -> main.name().equals(container.name()))) {
        return true;
      }
    }
    return false;
  }

  private static String address(PodView view, PodStatus before) {
    return view.readySandbox().map(sandbox -> sandbox.ip()).orElse(before.podIp());
  }
}
