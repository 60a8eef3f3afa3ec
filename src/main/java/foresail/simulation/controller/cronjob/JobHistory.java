package foresail.simulation.controller.cronjob;

import foresail.simulation.api.CronJob;
import foresail.simulation.api.Job;
import foresail.simulation.store.Environment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Throws away finished Jobs beyond successfulJobsHistoryLimit and failedJobsHistoryLimit, the
 * oldest first.
 *
 * <p>Source: cleanupFinishedJobs in pkg/controller/cronjob/cronjob_controllerv2.go, v1.36.
 */
final class JobHistory {
  private JobHistory() {}

  static void cleanUp(Environment env, CronJob cronJob, List<Job> jobs) {
    List<Job> successful = new ArrayList<>();
    List<Job> failed = new ArrayList<>();
    for (Job job : jobs) {
      if (job.status().is("Complete")) {
        successful.add(job);
      } else if (job.status().is("Failed")) {
        failed.add(job);
      }
    }
    delete(env, cronJob, successful, cronJob.spec().successfulJobsHistoryLimit());
    delete(env, cronJob, failed, cronJob.spec().failedJobsHistoryLimit());
  }

  private static void delete(Environment env, CronJob cronJob, List<Job> jobs, int limit) {
    jobs.sort(Comparator.comparing(job -> job.status().startTime().orElse(Duration.ZERO)));
    for (Job job : jobs.subList(0, Math.max(0, jobs.size() - limit))) {
      env.api().delete(Job.KIND, job.key());
      env.events().normal(cronJob, "SuccessfulDelete", "Deleted job " + job.name());
    }
  }
}
