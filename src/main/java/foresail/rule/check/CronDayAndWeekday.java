package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.CronJob;
import foresail.model.KubernetesObject;
import foresail.rule.Check;
import foresail.rule.Scope;

/** Schedules that bound the day of the month and the day of the week. */
public final class CronDayAndWeekday implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof CronJob cron) {
      String[] fields = cron.schedule().strip().split("\\s+");
      if (fields.length == 5 && isRestricted(fields[2]) && isRestricted(fields[4])) {
        scope.report(
            Place.of(cron, "spec", "schedule"),
            Words.of(cron)
                + " runs on the days \""
                + fields[2]
                + "\" of the month and also on every weekday \""
                + fields[4]
                + "\"");
      }
    }
  }

  private static boolean isRestricted(String field) {
    return !field.startsWith("*") && !field.startsWith("?");
  }
}
