package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.CronJob;
import foresail.model.JobSpec;
import foresail.model.KubernetesObject;
import foresail.rule.Check;
import foresail.rule.Scope;

/** Jobs that are told not to run. */
public final class JobNeverStarts implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof CronJob cron && cron.suspend()) {
      scope.report(Place.of(cron, "spec", "suspend"), Words.of(cron) + " never runs: suspended");
    }
    Jobs.of(object).ifPresent(job -> look(object, job, scope));
  }

  private static void look(KubernetesObject object, JobSpec job, Scope scope) {
    if (job.suspend()) {
      scope.report(Place.of(job, "suspend"), Words.of(object) + " makes no pod: suspended");
    } else if (job.parallelism() == 0) {
      scope.report(
          Place.of(job, "parallelism"), Words.of(object) + " makes no pod: parallelism is 0");
    }
  }
}
