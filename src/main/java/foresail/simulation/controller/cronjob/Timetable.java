package foresail.simulation.controller.cronjob;

import foresail.notation.CronSchedule;
import foresail.simulation.api.CronJob;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When a CronJob's runs are due.
 *
 * <p>Source: mostRecentScheduleTime in pkg/controller/cronjob/utils.go, v1.36.
 */
record Timetable(CronSchedule schedule, ZoneId zone) {
  /** So many missed runs are worth a warning. */
  static final int TOO_MANY = 100;

  /**
   * A run that should have been started.
   *
   * @param missed how many were missed, this one included
   */
  record Due(Instant at, int missed) {}

  /** The time zone of a CronJob: UTC, where the controller runs, unless it names one. */
  static Optional<ZoneId> zone(CronJob cronJob) {
    String name = cronJob.spec().timeZone();
    try {
      return Optional.of(name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  /** The first run after a moment; empty for a date that never comes. */
  Optional<Instant> next(Instant after) {
    return schedule.next(after.atZone(zone)).map(time -> time.toInstant());
  }

  /** The latest run that is due and was not started; empty where there is none. */
  Optional<Due> due(CronJob cronJob, Instant created, Instant now) {
    Instant earliest = cronJob.status().lastSchedule().orElse(created);
    Optional<Instant> limit =
        cronJob.spec().startingDeadlineSeconds().map(seconds -> now.minusSeconds(seconds));
    if (limit.filter(earliest::isBefore).isPresent()) {
      earliest = limit.get();
    }
    Optional<Due> due = Optional.empty();
    Optional<Instant> next = next(earliest);
    for (int missed = 1; next.isPresent() && !next.get().isAfter(now); missed++) {
      due = Optional.of(new Due(next.get(), missed));
      next = next(next.get());
    }
    return due;
  }
}
