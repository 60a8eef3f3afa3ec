package foresail.simulation.controller.cronjob;

import foresail.model.JobSpec;
import java.util.Optional;

/**
 * What the server adds to a Job's spec when the Job is made; a CronJob's template does not have it
 * yet.
 *
 * <p>Source: SetDefaults_Job in pkg/apis/batch/v1/defaults.go, v1.36.
 */
final class JobDefaults {
  private static final int BACKOFF_LIMIT = 6;

  private JobDefaults() {}

  static JobSpec of(JobSpec spec) {
    boolean perIndex = spec.backoffLimitPerIndex().isPresent();
    int backoffLimit =
        spec.node().get("backoffLimit").isPresent()
            ? spec.backoffLimit()
            : perIndex ? Integer.MAX_VALUE : BACKOFF_LIMIT;
    Optional<Integer> completions =
        spec.completions().isEmpty() && spec.node().get("parallelism").isEmpty()
            ? Optional.of(1)
            : spec.completions();
    return new JobSpec(
        spec.node(),
        spec.template(),
        spec.selector(),
        completions,
        spec.parallelism(),
        spec.indexed(),
        backoffLimit,
        spec.backoffLimitPerIndex(),
        spec.maxFailedIndexes(),
        spec.activeDeadlineSeconds(),
        spec.ttlSecondsAfterFinished(),
        spec.suspend(),
        spec.replaceOnlyFailed(),
        spec.managedBy(),
        spec.podFailurePolicy(),
        spec.successPolicy());
  }
}
