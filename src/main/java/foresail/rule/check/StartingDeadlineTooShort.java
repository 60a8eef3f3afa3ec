package foresail.rule.check;

import foresail.finding.Severity;
import foresail.graph.Place;
import foresail.model.CronJob;
import foresail.model.KubernetesObject;
import foresail.rule.Check;
import foresail.rule.Draft;
import foresail.rule.Scope;

/** CronJobs whose runs are missed when the controller is a little late. */
public final class StartingDeadlineTooShort implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof CronJob cron && cron.startingDeadlineSeconds().orElse(600L) < 10) {
      long seconds = cron.startingDeadlineSeconds().orElseThrow();
      Draft draft =
          scope.report(
              Place.of(cron, "spec", "startingDeadlineSeconds"),
              seconds == 0
                  ? Words.of(cron) + " never runs: every run is already too late"
                  : Words.of(cron) + " misses a run that starts " + seconds + " s late");
      if (seconds == 0) {
        draft.severity(Severity.ERROR);
      }
    }
  }
}
