package foresail.prediction;

import foresail.model.Container;
import foresail.model.PodSpec;
import foresail.simulation.api.Condition;
import foresail.simulation.api.ContainerStatus;
import foresail.simulation.api.Pod;
import java.util.Optional;

/**
 * Says why a row is as it is: the pod as a whole here, its containers in {@link ContainerReasons}.
 */
final class RowReasons {
  private RowReasons() {}

  static Because of(PodRow row, Moment moment) {
    Pod pod = moment.pod();
    if (row.equals(PodRow.DELETED)) {
      return Because.of("the pod is removed");
    }
    if (!pod.status().reason().isEmpty() && row.status().equals(pod.status().reason())) {
      return NodeReasons.rejected(moment);
    }
    if (pod.status().reason().equals("Evicted")) {
      return Because.of(
          "the node evicted the pod: " + pod.status().message().strip(),
          pod.spec().span("volumes"));
    }
    if (pod.status().reason().equals("DeadlineExceeded")) {
      return Because.of(
          "the pod was active for longer than its activeDeadlineSeconds allow",
          pod.spec().span("activeDeadlineSeconds"));
    }
    return switch (row.status()) {
      case "Pending" -> NodeReasons.pending(moment);
      case "SchedulingGated" ->
          Because.of(
              "scheduling waits until the gate "
                  + String.join(", ", pod.assigned().gates())
                  + " is removed",
              pod.spec().span("schedulingGates"));
      case "Terminating" -> terminating(moment);
      case "Running", "NotReady" -> running(moment);
      case "ContainerCreating", "PodInitializing" -> ContainerReasons.preparing(moment);
      default -> ContainerReasons.of(row, moment);
    };
  }

  private static Because terminating(Moment moment) {
    long grace =
        moment.pod().metadata().deletion().map(each -> each.grace().toSeconds()).orElse(0L);
    boolean silent =
        Condition.find(moment.pod().status().conditions(), "DisruptionTarget")
            .filter(condition -> condition.reason().equals("DeletionByTaintManager"))
            .isPresent();
    return silent
        ? Because.of("the pod is deleted, but its node says nothing any more")
        : Because.of(
            "the pod is deleted; its containers have " + grace + " s to end",
            moment.pod().spec().span("terminationGracePeriodSeconds"));
  }

  private static Because running(Moment moment) {
    for (Container container : moment.pod().spec().containers()) {
      Optional<ContainerStatus> status = moment.status(container.name());
      if (status.isPresent() && !status.get().ready()) {
        return ContainerReasons.unready(container, status.get(), moment);
      }
    }
    for (ContainerStatus status : moment.pod().status().initContainers()) {
      Optional<Container> container = moment.container(status.name());
      boolean over = status.state().succeeded() && container.filter(PodSpec::isSidecar).isEmpty();
      if (!over && !status.ready() && container.isPresent()) {
        return ContainerReasons.unready(container.get(), status, moment);
      }
    }
    return ContainerReasons.restarted(moment).orElseGet(() -> ready(moment));
  }

  private static Because ready(Moment moment) {
    boolean gated = !moment.pod().ready() && !moment.pod().spec().readinessGates().isEmpty();
    return gated
        ? Because.of(
            "all containers are ready; the pod is not, as nobody sets its readiness gates",
            moment.pod().spec().span("readinessGates"))
        : Because.of("all containers are ready");
  }
}
