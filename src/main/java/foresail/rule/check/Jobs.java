package foresail.rule.check;

import foresail.model.CronJob;
import foresail.model.Job;
import foresail.model.JobSpec;
import foresail.model.KubernetesObject;
import java.util.Optional;

/** The task of a Job or CronJob. */
final class Jobs {
  private Jobs() {}

  static Optional<JobSpec> of(KubernetesObject object) {
    if (object instanceof Job job) {
      return Optional.of(job.spec());
    }
    return object instanceof CronJob cron ? Optional.of(cron.jobSpec()) : Optional.empty();
  }
}
