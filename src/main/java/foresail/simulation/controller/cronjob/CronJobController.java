package foresail.simulation.controller.cronjob;

import foresail.notation.CronSchedule;
import foresail.simulation.api.CronJob;
import foresail.simulation.api.Job;
import foresail.simulation.api.Key;
import foresail.simulation.api.ObjectMeta;
import foresail.simulation.api.OwnerReference;
import foresail.simulation.controller.OwnerQueue;
import foresail.simulation.kernel.WorkQueue;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Created;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Events;
import foresail.simulation.store.Latency;
import foresail.simulation.store.Watcher;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes a Job of each CronJob when its schedule says so.
 *
 * <p>Source: syncCronJob in pkg/controller/cronjob/cronjob_controllerv2.go, v1.36.
 */
public final class CronJobController {
  /** The controller looks this long after the scheduled time (nextScheduleDelta). */
  private static final Duration AFTER_SCHEDULE = Duration.ofMillis(100);

  private static final String SCHEDULED = "batch.kubernetes.io/cronjob-scheduled-timestamp";

  private final Environment env;
  private final ApiServer api;
  private final Events events;
  private final Instant start;
  private final WorkQueue<Key> queue;

  /**
   * @param start wall time at which the clock stands at zero
   */
  public CronJobController(Environment env, Instant start) {
    this.env = env;
    this.api = env.api();
    this.events = env.events();
    this.start = start;
    this.queue = new WorkQueue<>(env.clock(), Latency.SYNC, this::sync);
    new OwnerQueue(api, CronJob.KIND, queue).onOwned(Job.KIND);
    api.watch(CronJob.KIND, Latency.WATCH, cronJobWatch());
  }

  private Watcher<CronJob> cronJobWatch() {
    return new Watcher<>() {
      @Override
      public void added(CronJob cronJob) {
        queue.add(cronJob.key());
      }

      @Override
      public void updated(CronJob before, CronJob now) {
        boolean otherTimes =
            !before.spec().schedule().equals(now.spec().schedule())
                || !before.spec().timeZone().equals(now.spec().timeZone());
        if (otherTimes) {
          timetable(now).ifPresent(times -> awaitNext(now, times)); // no run in the past counts
        } else {
          queue.add(now.key());
        }
      }
    };
  }

  private Instant now() {
    return start.plus(env.clock().now());
  }

  private void sync(Key key) {
    Optional<CronJob> found = api.get(CronJob.KIND, key);
    if (found.isEmpty() || found.get().deleting()) {
      queue.forget(key);
      return;
    }
    CronJob cronJob = found.get();
    List<Job> jobs = api.controlledBy(Job.KIND, cronJob.uid());
    JobHistory.cleanUp(env, cronJob, jobs);
    cronJob = noteEnded(cronJob, jobs);
    Optional<Timetable> times = timetable(cronJob);
    if (cronJob.spec().suspend() || times.isEmpty()) {
      return;
    }
    if (startDue(cronJob, times.get())) {
      queue.forget(key);
      awaitNext(cronJob, times.get());
    } else {
      queue.retry(key);
    }
  }

  private void awaitNext(CronJob cronJob, Timetable times) {
    times
        .next(now())
        .map(next -> Duration.between(now(), next).plus(AFTER_SCHEDULE))
        .ifPresent(delay -> queue.addAfter(cronJob.key(), delay));
  }

  /** Empty where its schedule or time zone cannot be read, which is told. */
  private Optional<Timetable> timetable(CronJob cronJob) {
    Optional<ZoneId> zone = Timetable.zone(cronJob);
    if (zone.isEmpty()) {
      events.warning(
          cronJob, "UnknownTimeZone", "invalid timeZone: \"" + cronJob.spec().timeZone() + '"');
      return Optional.empty();
    }
    CronSchedule.Parsed parsed = CronSchedule.parse(cronJob.spec().schedule());
    if (parsed.schedule().isEmpty()) {
      events.warning(
          cronJob,
          "UnparseableSchedule",
          "unparseable schedule: \"" + cronJob.spec().schedule() + "\" : " + parsed.error());
    }
    return parsed.schedule().map(schedule -> new Timetable(schedule, zone.get()));
  }

  /** Takes Jobs that are over, or gone, off the list of the active ones. */
  private CronJob noteEnded(CronJob cronJob, List<Job> jobs) {
    List<String> active = new ArrayList<>();
    for (String name : cronJob.status().active()) {
      Optional<Job> job = jobs.stream().filter(each -> each.name().equals(name)).findFirst();
      if (job.isEmpty()) {
        events.normal(cronJob, "MissingJob", "Active job went missing: " + name);
      } else if (job.get().finished()) {
        String condition = job.get().status().is("Complete") ? "Complete" : "Failed";
        events.normal(
            cronJob, "SawCompletedJob", "Saw completed job: " + name + ", condition: " + condition);
      } else {
        active.add(name);
      }
    }
    return write(cronJob, active, cronJob.status().lastSchedule());
  }

  private CronJob write(CronJob cronJob, List<String> active, Optional<Instant> lastSchedule) {
    return api.updateStatus(
            CronJob.KIND,
            cronJob.key(),
            before -> before.withStatus(new CronJob.Status(active, lastSchedule)))
        .orElse(cronJob);
  }

  /** Returns false where a Job was refused. */
  private boolean startDue(CronJob cronJob, Timetable times) {
    Instant created = start.plus(cronJob.metadata().created());
    Optional<Timetable.Due> found = times.due(cronJob, created, now());
    if (found.isEmpty()) {
      return true;
    }
    Instant due = found.get().at();
    if (found.get().missed() > Timetable.TOO_MANY) {
      events.warning(
          cronJob,
          "TooManyMissedTimes",
          "too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check"
              + " clock skew");
    }
    if (tooLate(cronJob, due)) {
      events.warning(
          cronJob,
          "MissSchedule",
          "Missed scheduled time to start a job: "
              + DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT)
                  .format(due.atOffset(ZoneOffset.UTC)));
      return true;
    }
    String name = jobName(cronJob, due);
    List<String> active = cronJob.status().active();
    if (active.contains(name) || cronJob.status().lastSchedule().equals(Optional.of(due))) {
      return true;
    }
    if (cronJob.spec().concurrencyPolicy().equals("Forbid") && !active.isEmpty()) {
      events.normal(
          cronJob,
          "JobAlreadyActive",
          "Not starting job because prior execution is running and concurrency policy is Forbid");
      return true;
    }
    if (cronJob.spec().concurrencyPolicy().equals("Replace")) {
      for (String running : active) {
        api.delete(Job.KIND, new Key(cronJob.namespace(), running));
        events.normal(cronJob, "SuccessfulDelete", "Deleted job " + running);
      }
      active = List.of();
    }
    return create(cronJob, name, due, active);
  }

  private boolean tooLate(CronJob cronJob, Instant due) {
    return cronJob
        .spec()
        .startingDeadlineSeconds()
        .filter(seconds -> due.plusSeconds(seconds).isBefore(now()))
        .isPresent();
  }

  private boolean create(CronJob cronJob, String name, Instant due, List<String> active) {
    foresail.model.ObjectMeta wanted = cronJob.spec().jobMetadata();
    ObjectMeta metadata =
        ObjectMeta.named(cronJob.namespace(), name)
            .withLabels(wanted.labels())
            .withAnnotations(wanted.annotations())
            .withAnnotation(SCHEDULED, due.toString())
            .withOwners(List.of(OwnerReference.controlledBy(cronJob)));
    Created<Job> answer = api.create(Job.fresh(metadata, JobDefaults.of(cronJob.spec().jobSpec())));
    if (answer.refused() && !answer.reason().equals("AlreadyExists")) {
      events.warning(cronJob, "FailedCreate", "Error creating job: " + answer.message());
      return false;
    }
    if (!answer.refused()) {
      events.normal(cronJob, "SuccessfulCreate", "Created job " + name);
    }
    List<String> more = new ArrayList<>(active);
    more.add(name);
    write(cronJob, more, Optional.of(due));
    return true;
  }

  /** Of the minute for which it is due, counted from 1970. */
  private static String jobName(CronJob cronJob, Instant due) {
    return cronJob.name() + "-" + due.getEpochSecond() / 60;
  }
}
