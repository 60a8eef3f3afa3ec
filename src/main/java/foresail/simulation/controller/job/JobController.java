package foresail.simulation.controller.job;

import foresail.simulation.api.Job;
import foresail.simulation.api.Key;
import foresail.simulation.api.OwnerReference;
import foresail.simulation.api.Pod;
import foresail.simulation.controller.OwnerQueue;
import foresail.simulation.controller.StoredTime;
import foresail.simulation.kernel.WorkQueue;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Latency;
import foresail.simulation.store.Watcher;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the pods of each Job until it is complete or has failed.
 *
 * <p>Source: pkg/controller/job/job_controller.go, v1.36.
 */
public final class JobController {
  /** News of pods, and of the Job's own status, are worked on together (syncJobBatchPeriod). */
  private static final Duration BATCH = Duration.ofSeconds(1);

  /** DefaultJobApiBackOff and MaxJobApiBackOff. */
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

  private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

  private final Environment env;
  private final ApiServer api;
  private final StoredTime stored;
  private final WorkQueue<Key> queue;
  private final Map<String, Tally> tallies = new HashMap<>();

  public JobController(Environment env) {
    this.env = env;
    this.api = env.api();
    this.stored = new StoredTime(env);
    this.queue = new WorkQueue<>(env.clock(), Latency.SYNC, FIRST_RETRY, LONGEST_RETRY, this::sync);
    api.watch(Job.KIND, Latency.WATCH, jobWatch());
    api.watch(Pod.KIND, Latency.WATCH, Watcher.ofEach(this::wake));
  }

  private Watcher<Job> jobWatch() {
    return new Watcher<>() {
      @Override
      public void added(Job job) {
        queue.add(job.key());
      }

      @Override
      public void updated(Job before, Job now) {
        boolean changed = before.metadata().generation() != now.metadata().generation();
        queue.addAfter(now.key(), changed ? Duration.ZERO : BATCH);
      }

      @Override
      public void deleted(Job last) {
        tallies.remove(last.uid());
        env.clock().after(Latency.SYNC, () -> letGo(last));
      }
    };
  }

  private void wake(Pod pod) {
    Optional<OwnerReference> owner = OwnerQueue.controller(pod, Job.KIND);
    if (owner.isPresent()) {
      queue.addAfter(new Key(pod.namespace(), owner.get().name()), BATCH);
    }
  }

  /** Pods of a Job that is gone have nobody left who would count them. */
  private void letGo(Job gone) {
    api.controlledBy(Pod.KIND, gone.uid()).forEach(pod -> JobPods.count(api, pod));
  }

  private void sync(Key key) {
    Optional<Job> found = api.get(Job.KIND, key);
    if (found.isEmpty()) {
      queue.forget(key);
      return;
    }
    Job job = found.get();
    if (!job.spec().managedBy().isEmpty()
        && !job.spec().managedBy().equals("kubernetes.io/job-controller")) {
      return;
    }
    if (job.finished() || job.deleting()) {
      letGo(job);
      queue.forget(key);
      return;
    }
    Tally tally = tallies.computeIfAbsent(job.uid(), unused -> new Tally());
    JobSync.Outcome outcome = new JobSync(env, key, tally, stored.now()).run();
    if (outcome.failed()) {
      queue.retry(key);
    } else {
      queue.forget(key);
    }
    outcome.again().ifPresent(delay -> queue.addAfter(key, delay));
  }
}
