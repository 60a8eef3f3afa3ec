package foresail.simulation.controller.job;

import foresail.model.JobSpec;
import foresail.simulation.api.Job;
import foresail.simulation.api.Pod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * How often a Job has succeeded and failed so far, and how long it has to wait for that; kept from
 * sync to sync.
 */
final class Tally {
  private final Map<Integer, Backoff> perIndex = new HashMap<>();
  private final Map<Integer, Integer> failuresPerIndex = new HashMap<>();
  private final SortedSet<Integer> completedIndexes = new TreeSet<>();
  private final SortedSet<Integer> failedIndexes = new TreeSet<>();
  private Backoff backoff = Backoff.NONE;
  private int succeeded;
  private int failed;

  int succeeded() {
    return succeeded;
  }

  int failed() {
    return failed;
  }

  SortedSet<Integer> completedIndexes() {
    return completedIndexes;
  }

  SortedSet<Integer> failedIndexes() {
    return failedIndexes;
  }

  /** How long no pod may be made: of a Job with indexes of their own, no pod of this index. */
  Duration wait(Optional<Integer> index, Duration now) {
    Backoff due = index.isPresent() ? perIndex.getOrDefault(index.get(), Backoff.NONE) : backoff;
    return due.left(now);
  }

  /**
   * Counts pods that have ended and were not counted; returns them.
   *
   * @param second gives the whole second of a moment, as the API stores it
   */
  List<Pod> add(Job job, List<Pod> pods, ToLongFunction<Duration> second) {
    List<Pod> counted = new ArrayList<>();
    List<Pod> failures = new ArrayList<>();
    Optional<Duration> success = Optional.empty();
    for (Pod pod : JobPods.byEnd(pods)) {
      if (!JobPods.uncounted(pod)) {
        continue;
      }
      if (JobPods.succeeded(pod)) {
        succeed(job.spec(), pod);
        success = Optional.of(JobPods.end(pod));
        counted.add(pod);
      } else if (JobPods.failed(pod, job.spec())) {
        fail(job.spec(), pod);
        failures.add(pod);
        counted.add(pod);
      }
    }
    if (success.isPresent()) {
      long last = second.applyAsLong(success.get());
      backoff = Backoff.NONE;
      failures.removeIf(pod -> second.applyAsLong(JobPods.end(pod)) <= last);
    }
    failures.forEach(pod -> backoff = backoff.after(JobPods.end(pod)));
    return counted;
  }

  private void succeed(JobSpec spec, Pod pod) {
    if (!spec.indexed()) {
      succeeded++;
      return;
    }
    JobPods.index(pod)
        .filter(index -> index < spec.completions().orElse(0))
        .ifPresent(completedIndexes::add);
    succeeded = completedIndexes.size();
  }

  private void fail(JobSpec spec, Pod pod) {
    Duration end = JobPods.end(pod);
    var verdict = PodFailurePolicy.judge(spec.podFailurePolicy(), pod);
    failed += verdict.counts() ? 1 : 0;
    Optional<Integer> index = JobPods.index(pod);
    if (spec.backoffLimitPerIndex().isPresent() && index.isPresent()) {
      // An ignored failure lengthens the wait and counts towards no limit.
      perIndex.merge(index.get(), Backoff.NONE.after(end), (old, unused) -> old.after(end));
      int failures = failuresPerIndex.merge(index.get(), verdict.counts() ? 1 : 0, Integer::sum);
      boolean exhausted = verdict.counts() && failures > spec.backoffLimitPerIndex().get();
      if (verdict.failsIndex() || exhausted) {
        failedIndexes.add(index.get());
      }
    }
  }

  /** Counts pods that the end of a Job cuts off as failed. */
  void addCutOff(int pods) {
    failed += pods;
  }

  Job.Status write(Job.Status status) {
    return status.withCounts(succeeded, failed, completedIndexes, failedIndexes);
  }
}
