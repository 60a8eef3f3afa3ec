package foresail.simulation.controller.job;

import foresail.model.JobSpec;
import foresail.model.RestartPolicy;
import foresail.simulation.api.Condition;
import foresail.simulation.api.ContainerStatus;
import foresail.simulation.api.Job;
import foresail.simulation.api.Pod;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Why a Job is over. It is told twice: at once by an interim condition, and by the final one when
 * no pod is left that is still terminating.
 *
 * @param success whether the final condition is Complete, else Failed
 */
record JobEnd(boolean success, String reason, String message) {
  private static final String SUCCESS_INTERIM = "SuccessCriteriaMet";
  private static final String FAILURE_INTERIM = "FailureTarget";

  static final JobEnd COMPLETE =
      new JobEnd(true, "CompletionsReached", "Reached expected number of succeeded pods");

  String interim() {
    return success ? SUCCESS_INTERIM : FAILURE_INTERIM;
  }

  String last() {
    return success ? "Complete" : "Failed";
  }

  Condition condition(String type, Duration now) {
    return new Condition(type, Condition.TRUE, reason, message, now);
  }

  /** The end that was told before. */
  static Optional<JobEnd> known(Job.Status status) {
    Optional<Condition> success = status.condition(SUCCESS_INTERIM).filter(Condition::isTrue);
    return success
        .or(() -> status.condition(FAILURE_INTERIM).filter(Condition::isTrue))
        .map(c -> new JobEnd(success.isPresent(), c.reason(), c.message()));
  }

  /** The failure of the whole Job, in the controller's order. */
  static Optional<JobEnd> failure(Job job, List<Pod> pods, Tally tally, Duration now) {
    JobSpec spec = job.spec();
    for (Pod pod : pods) {
      if (JobPods.failed(pod, spec)) {
        var verdict = PodFailurePolicy.judge(spec.podFailurePolicy(), pod);
        if (verdict.failsJob()) {
          return Optional.of(new JobEnd(false, "PodFailurePolicy", verdict.message()));
        }
      }
    }
    if (tally.failed() > spec.backoffLimit() || restartedTooOften(spec, pods)) {
      return Optional.of(
          new JobEnd(false, "BackoffLimitExceeded", "Job has reached the specified backoff limit"));
    }
    if (deadline(job).filter(end -> end.compareTo(now) <= 0).isPresent()) {
      return Optional.of(
          new JobEnd(false, "DeadlineExceeded", "Job was active longer than specified deadline"));
    }
    return indexFailure(spec, tally);
  }

  private static Optional<JobEnd> indexFailure(JobSpec spec, Tally tally) {
    if (spec.backoffLimitPerIndex().isEmpty()) {
      return Optional.empty();
    }
    int failed = tally.failedIndexes().size();
    if (spec.maxFailedIndexes().filter(most -> failed > most).isPresent()) {
      return Optional.of(
          new JobEnd(
              false,
              "MaxFailedIndexesExceeded",
              "Job has exceeded the specified maximal number of failed indexes"));
    }
    boolean allOver =
        failed > 0 && failed + tally.succeeded() >= spec.completions().orElse(Integer.MAX_VALUE);
    return allOver
        ? Optional.of(new JobEnd(false, "FailedIndexes", "Job has failed indexes"))
        : Optional.empty();
  }

  /** Pods that restart in place count by their restarts. */
  private static boolean restartedTooOften(JobSpec spec, List<Pod> pods) {
    if (spec.template().spec().restartPolicy() != RestartPolicy.ON_FAILURE) {
      return false;
    }
    int restarts = 0;
    for (Pod pod : pods) {
      if (!pod.terminal()) {
        restarts += restarts(pod.status().initContainers()) + restarts(pod.status().containers());
      }
    }
    return spec.backoffLimit() == 0 ? restarts > 0 : restarts >= spec.backoffLimit();
  }

  private static int restarts(List<ContainerStatus> containers) {
    return containers.stream().mapToInt(ContainerStatus::restartCount).sum();
  }

  /** When activeDeadlineSeconds are over; empty without them, and while suspended. */
  static Optional<Duration> deadline(Job job) {
    return job.spec().suspend()
        ? Optional.empty()
        : job.spec()
            .activeDeadlineSeconds()
            .flatMap(seconds -> job.status().startTime().map(start -> start.plusSeconds(seconds)));
  }
}
