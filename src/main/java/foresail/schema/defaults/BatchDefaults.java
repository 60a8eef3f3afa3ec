package foresail.schema.defaults;

/**
 * Jobs and CronJobs (pkg/apis/batch/v1/defaults.go). The selector and labels with the Job's uid are
 * not added: there is no uid before the Job is stored.
 */
final class BatchDefaults {
  private BatchDefaults() {}

  static void job(Draft job) {
    Draft spec = job.object("spec");
    Draft template = spec.object("template");
    PodDefaults.template(template);
    if (!spec.has("completions") && !spec.has("parallelism")) {
      spec.number("completions", 1);
    }
    spec.number("parallelism", 1);
    spec.number("backoffLimit", spec.has("backoffLimitPerIndex") ? Integer.MAX_VALUE : 6);
    WorkloadDefaults.labelsOf(template, job.object("metadata"), "labels");
    spec.optionalText("completionMode", "NonIndexed");
    spec.flag("suspend", false);
    failurePolicy(spec);
    spec.flag("manualSelector", false);
    spec.optionalText(
        "podReplacementPolicy", spec.has("podFailurePolicy") ? "Failed" : "TerminatingOrFailed");
  }

  static void cronJob(Draft cron) {
    Draft spec = cron.object("spec");
    Draft job = spec.object("jobTemplate").object("spec");
    PodDefaults.template(job.object("template"));
    failurePolicy(job);
    spec.text("concurrencyPolicy", "Allow");
    spec.flag("suspend", false);
    spec.number("successfulJobsHistoryLimit", 3);
    spec.number("failedJobsHistoryLimit", 1);
  }

  private static void failurePolicy(Draft spec) {
    for (Draft policy : spec.each("podFailurePolicy")) {
      for (Draft rule : policy.each("rules")) {
        for (Draft condition : rule.each("onPodConditions")) {
          condition.text("status", "True");
        }
      }
    }
  }
}
