package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.CronJob;
import foresail.model.KubernetesObject;
import foresail.notation.CronSchedule;
import foresail.rule.Check;
import foresail.rule.Scope;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Schedules that mean no day of any year. */
public final class CronNeverFires implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof CronJob cron) {
      CronSchedule.parse(cron.schedule())
          .schedule()
          .filter(schedule -> schedule.next(START).isEmpty())
          .ifPresent(
              never ->
                  scope.report(
                      Place.of(cron, "spec", "schedule"),
                      Words.of(cron) + " never runs: no date is \"" + cron.schedule() + "\""));
    }
  }

  /** Any time will do: a schedule that has no date has none from whatever day on. */
  private static final ZonedDateTime START =
      ZonedDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
}
