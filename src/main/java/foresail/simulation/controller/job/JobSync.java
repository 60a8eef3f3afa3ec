package foresail.simulation.controller.job;

import foresail.model.JobSpec;
import foresail.simulation.api.Condition;
import foresail.simulation.api.Job;
import foresail.simulation.api.Key;
import foresail.simulation.api.Pod;
import foresail.simulation.controller.PodControl;
import foresail.simulation.controller.SlowStart;
import foresail.simulation.controller.replicaset.DeletionRanking;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One look at a Job: counts what has ended, decides whether the Job is over, and else sees to it
 * that the right number of pods runs.
 *
 * <p>Source: syncJob in pkg/controller/job/job_controller.go, v1.36.
 */
final class JobSync {
  /** At most so many pods are made in one sync. */
  private static final int BURST = 500;

  private static final String SUSPENDED = "Suspended";

  private final Environment env;
  private final ApiServer api;
  private final Key key;
  private final Tally tally;
  private final PodControl control;
  private final Duration now;
  private final Duration counting;
  private Optional<Duration> again = Optional.empty();
  private boolean failed;

  /**
   * @param again in how long to look again though nothing happens
   * @param failed whether a pod was refused
   */
  record Outcome(Optional<Duration> again, boolean failed) {}

  /**
   * @param counting now, as far as waits and deadlines count
   */
  JobSync(Environment env, Key key, Tally tally, Duration counting) {
    this.env = env;
    this.api = env.api();
    this.key = key;
    this.tally = tally;
    this.control = new PodControl(env);
    this.now = env.clock().now();
    this.counting = counting;
  }

  private Job job() {
    return api.get(Job.KIND, key).orElseThrow();
  }

  private List<Pod> pods() {
    return api.controlledBy(Pod.KIND, job().uid());
  }

  private void status(UnaryOperator<Job.Status> change) {
    api.updateStatus(Job.KIND, key, job -> job.withStatus(change.apply(job.status())));
  }

  Outcome run() {
    if (job().status().startTime().isEmpty() && !job().spec().suspend()) {
      status(before -> before.withStartTime(Optional.of(now)));
    }
    List<Pod> pods = pods();
    List<Pod> counted = tally.add(job(), pods, this::second);
    Optional<JobEnd> end = end(pods);
    if (end.isPresent()) {
      cutOff(end.get());
    } else {
      managePods();
      end = complete();
    }
    counted.forEach(pod -> JobPods.count(api, pod));
    end.ifPresent(known -> status(before -> interim(before, known)));
    status(tally::write);
    writePods();
    end.ifPresent(this::finish);
    JobEnd.deadline(job()).map(at -> at.minus(counting)).ifPresent(this::lookAgain);
    return new Outcome(again, failed);
  }

  /** The API stores whole seconds, rounded down. */
  private long second(Duration moment) {
    return moment.plus(counting).minus(now).toSeconds();
  }

  private void lookAgain(Duration delay) {
    boolean sooner = again.isEmpty() || delay.compareTo(again.get()) < 0;
    if (!delay.isNegative() && !delay.isZero() && sooner) {
      again = Optional.of(delay);
    }
  }

  private Optional<JobEnd> end(List<Pod> pods) {
    return JobEnd.known(job().status())
        .or(() -> JobEnd.failure(job(), pods, tally, counting))
        .or(
            () ->
                SuccessPolicy.met(job().spec(), tally.completedIndexes())
                    .map(rule -> new JobEnd(true, "SuccessPolicy", rule)));
  }

  private Optional<JobEnd> complete() {
    int active = JobPods.active(pods()).size();
    int needed = job().spec().completions().orElse(1);
    return tally.succeeded() >= needed && active == 0
        ? Optional.of(JobEnd.COMPLETE)
        : Optional.empty();
  }

  /** Deletes what still runs; of a Job that failed it counts as failed. */
  private void cutOff(JobEnd end) {
    List<Pod> active = JobPods.active(pods());
    for (Pod pod : active) {
      control.delete(job(), pod);
      JobPods.count(api, pod);
    }
    if (!end.success()) {
      tally.addCutOff(active.size());
    }
  }

  private void managePods() {
    JobSpec spec = job().spec();
    List<Pod> pods = pods();
    List<Pod> active = JobPods.active(pods);
    int terminating = JobPods.waitsForEnd(spec) ? JobPods.terminating(pods) : 0;
    int wanted = PodCount.wanted(spec, active.size(), tally);
    int surplus = Math.max(0, active.size() - wanted);
    List<Pod> remove =
        PodCount.surplus(
            spec,
            active,
            spec.suspend() ? active.size() : surplus,
            new DeletionRanking(env).order());
    if (!remove.isEmpty()) {
      for (Pod pod : remove) {
        JobPods.count(api, pod); // what the Job itself removes is no failure
        control.delete(job(), pod);
      }
    } else if (wanted - terminating > active.size()) {
      create(pods, Math.min(BURST, wanted - terminating - active.size()));
    }
    noteSuspension();
  }

  private void create(List<Pod> pods, int count) {
    JobSpec spec = job().spec();
    boolean ownBackoffs = spec.backoffLimitPerIndex().isPresent();
    Duration wait = ownBackoffs ? Duration.ZERO : tally.wait(Optional.empty(), counting);
    if (!wait.isZero()) {
      lookAgain(wait);
      return;
    }
    List<Optional<Integer>> places = new ArrayList<>();
    if (spec.indexed()) {
      List<Integer> pending = PodCount.pending(spec, pods, tally);
      for (int index : pending.subList(0, Math.min(count, pending.size()))) {
        if (!ownBackoffs || due(index)) { // one that waits keeps its place before later ones
          places.add(Optional.of(index));
        }
      }
    } else {
      for (int i = 0; i < count; i++) {
        places.add(Optional.empty());
      }
    }
    Job job = job();
    failed =
        SlowStart.run(
                places.size(),
                attempt -> {
                  var answer = control.create(job, JobPods.fresh(job, places.get(attempt)));
                  return answer.refused() ? Optional.of(answer.message()) : Optional.empty();
                })
            .isPresent();
  }

  private boolean due(int index) {
    Duration wait = tally.wait(Optional.of(index), counting);
    lookAgain(wait);
    return wait.isZero();
  }

  private void noteSuspension() {
    Optional<Condition> before = job().status().condition(SUSPENDED);
    boolean was = before.filter(Condition::isTrue).isPresent();
    if (job().spec().suspend() && !was) {
      status(
          status ->
              status
                  .with(
                      new Condition(
                          SUSPENDED, Condition.TRUE, "JobSuspended", "Job suspended", now))
                  .withStartTime(Optional.empty()));
      env.events().normal(job(), "Suspended", "Job suspended");
    } else if (!job().spec().suspend() && was) {
      status(
          status ->
              status
                  .with(new Condition(SUSPENDED, Condition.FALSE, "JobResumed", "Job resumed", now))
                  .withStartTime(Optional.of(now)));
      env.events().normal(job(), "Resumed", "Job resumed");
    }
  }

  private Job.Status interim(Job.Status status, JobEnd end) {
    return status.is(end.interim()) ? status : status.with(end.condition(end.interim(), now));
  }

  private void writePods() {
    List<Pod> pods = pods();
    List<Pod> active = JobPods.active(pods);
    int ready = (int) active.stream().filter(Pod::ready).count();
    int terminating = JobPods.terminating(pods);
    status(before -> before.withPods(active.size(), ready, terminating));
  }

  /** The last word waits until no pod is terminating. */
  private void finish(JobEnd end) {
    if (job().status().terminating() > 0) {
      return;
    }
    status(before -> before.with(end.condition(end.last(), now)));
    if (end.success()) {
      status(before -> before.withCompletionTime(now));
      env.events().normal(job(), "Completed", "Job completed");
    } else {
      env.events().warning(job(), end.reason(), end.message());
    }
  }
}
