package foresail.simulation.controller.job;

import foresail.model.JobSpec;
import foresail.model.PodSpec;
import foresail.simulation.api.Condition;
import foresail.simulation.api.ContainerState;
import foresail.simulation.api.ContainerStatus;
import foresail.simulation.api.Job;
import foresail.simulation.api.ObjectMeta;
import foresail.simulation.api.Phase;
import foresail.simulation.api.Pod;
import foresail.simulation.controller.PodFromTemplate;
import foresail.simulation.controller.PodPredicates;
import foresail.simulation.store.ApiServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Job sees in its pods. A pod keeps a finalizer until it was counted, so that none is lost
 * or counted twice.
 *
 * <p>Source: pkg/controller/job/{job_controller,indexed_job_utils,tracking_utils}.go, v1.36.
 */
final class JobPods {
  static final String FINALIZER = "batch.kubernetes.io/job-tracking";
  static final String INDEX = "batch.kubernetes.io/job-completion-index";
  private static final String CONTROLLER_UID = "controller-uid";
  private static final String JOB_NAME = "job-name";

  private JobPods() {}

  static List<Pod> active(List<Pod> pods) {
    return pods.stream().filter(PodPredicates::active).toList();
  }

  static int terminating(List<Pod> pods) {
    return (int) pods.stream().filter(PodPredicates::terminating).count();
  }

  static boolean uncounted(Pod pod) {
    return pod.metadata().finalizers().contains(FINALIZER);
  }

  static boolean succeeded(Pod pod) {
    return pod.status().phase() == Phase.SUCCEEDED;
  }

  /** A pod that somebody deleted has failed, unless the Job waits to see how it ends. */
  static boolean failed(Pod pod, JobSpec spec) {
    return pod.status().phase() == Phase.FAILED
        || (!waitsForEnd(spec) && pod.deleting() && !succeeded(pod));
  }

  /** Whether only pods that have ended are replaced and counted. */
  static boolean waitsForEnd(JobSpec spec) {
    return spec.replaceOnlyFailed() || !spec.podFailurePolicy().isEmpty();
  }

  /** A pod's index; empty for a Job without indexes. */
  static Optional<Integer> index(Pod pod) {
    return Optional.ofNullable(pod.metadata().labels().get(INDEX)).map(Integer::valueOf);
  }

  /** In the order in which they ended. */
  static List<Pod> byEnd(List<Pod> pods) {
    List<Pod> sorted = new ArrayList<>(pods);
    sorted.sort(Comparator.comparing(JobPods::end));
    return sorted;
  }

  /**
   * When the last container ended, if all have; else when the pod was no longer ready; else when
   * its deletion was asked for.
   *
   * <p>Source: getFinishedTime in pkg/controller/job/backoff_utils.go, v1.36: plain init containers
   * do not count there, so that a pod whose init container fails ended when it began.
   */
  static Duration end(Pod pod) {
    return lastExit(pod)
        .or(
            () ->
                Condition.find(pod.status().conditions(), "Ready")
                    .filter(condition -> condition.status().equals(Condition.FALSE))
                    .map(Condition::since))
        .or(() -> pod.metadata().deletion().map(asked -> asked.at().minus(asked.grace())))
        .orElse(pod.metadata().created());
  }

  /** Empty while a container or sidecar runs or waits. */
  private static Optional<Duration> lastExit(Pod pod) {
    List<ContainerStatus> counted = new ArrayList<>(pod.status().containers());
    for (ContainerStatus status : pod.status().initContainers()) {
      if (pod.spec().initContainers().stream()
          .anyMatch(each -> each.name().equals(status.name()) && PodSpec.isSidecar(each))) {
        counted.add(status);
      }
    }
    Optional<Duration> last = Optional.empty();
    for (ContainerStatus status : counted) {
      if (!(status.state() instanceof ContainerState.Terminated ended)) {
        return Optional.empty();
      }
      if (last.isEmpty() || ended.finishedAt().compareTo(last.get()) > 0) {
        last = Optional.of(ended.finishedAt());
      }
    }
    return last;
  }

  /** A pod that is still to be created. */
  static Pod fresh(Job job, Optional<Integer> index) {
    Pod pod = PodFromTemplate.generated(job, job.spec().template());
    List<String> finalizers = new ArrayList<>(pod.metadata().finalizers());
    finalizers.add(FINALIZER);
    ObjectMeta metadata =
        pod.metadata()
            .withFinalizers(finalizers)
            .withLabel("batch.kubernetes.io/" + CONTROLLER_UID, job.uid())
            .withLabel("batch.kubernetes.io/" + JOB_NAME, job.name())
            .withLabel(CONTROLLER_UID, job.uid())
            .withLabel(JOB_NAME, job.name());
    if (index.isEmpty()) {
      return pod.withMetadata(metadata);
    }
    String number = index.get().toString();
    String name = job.name() + "-" + number;
    return pod.withMetadata(
            metadata
                .withGenerateName(name + "-")
                .withLabel(INDEX, number)
                .withAnnotation(INDEX, number))
        .withAssigned(
            pod.assigned()
                .withHostname(name, pod.spec().subdomain())
                .withEnv(Map.of("JOB_COMPLETION_INDEX", number)));
  }

  /** Marks a pod as counted. */
  static void count(ApiServer api, Pod pod) {
    api.update(
        Pod.KIND,
        pod.key(),
        now -> {
          List<String> rest = new ArrayList<>(now.metadata().finalizers());
          rest.remove(FINALIZER);
          return now.withMetadata(now.metadata().withFinalizers(rest));
        });
  }
}
