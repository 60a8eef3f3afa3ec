package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.CronJob;
import foresail.model.KubernetesObject;
import foresail.rule.Check;
import foresail.rule.Scope;
import java.util.Arrays;

/** Schedules that run sixty times in the hours that they name. */
public final class CronEveryMinuteOfHour implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof CronJob cron) {
      String[] fields = cron.schedule().strip().split("\\s+");
      if (fields.length == 5 && fields[0].equals("*") && isHours(fields[1])) {
        scope
            .report(
                Place.of(cron, "spec", "schedule"),
                Words.of(cron) + " runs every minute of hour " + fields[1])
            .fix("write \"0 " + String.join(" ", Arrays.asList(fields).subList(1, 5)) + "\"");
      }
    }
  }

  private static boolean isHours(String field) {
    return field.chars().allMatch(c -> (c >= '0' && c <= '9') || c == ',');
  }
}
