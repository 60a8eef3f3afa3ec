package foresail.simulation.controller.job;

import foresail.simulation.api.Condition;
import foresail.simulation.api.Job;
import foresail.simulation.api.Key;
import foresail.simulation.controller.OwnerQueue;
import foresail.simulation.controller.StoredTime;
import foresail.simulation.controller.garbage.GarbageCollector;
import foresail.simulation.kernel.WorkQueue;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Latency;
import java.time.Duration;
import java.util.Optional;

/**
 * Deletes Jobs when they have been finished for ttlSecondsAfterFinished, their pods first.
 *
 * <p>Source: pkg/controller/ttlafterfinished/ttlafterfinished_controller.go, v1.36.
 */
public final class TtlController {
  private final Environment env;
  private final StoredTime stored;
  private final WorkQueue<Key> queue;

  public TtlController(Environment env) {
    this.env = env;
    this.stored = new StoredTime(env);
    this.queue = new WorkQueue<>(env.clock(), Latency.SYNC, this::sync);
    new OwnerQueue(env.api(), Job.KIND, queue).onOwn(Job.KIND);
  }

  private void sync(Key key) {
    Optional<Job> job = env.api().get(Job.KIND, key).filter(found -> !found.deleting());
    Optional<Duration> end = job.flatMap(TtlController::end);
    if (end.isEmpty()) {
      return;
    }
    Duration left = end.get().minus(stored.now());
    if (left.isNegative() || left.isZero()) {
      GarbageCollector.deleteForeground(env.api(), job.get());
    } else {
      queue.addAfter(key, left);
    }
  }

  private static Optional<Duration> end(Job job) {
    Optional<Condition> last =
        job.status()
            .condition("Complete")
            .filter(Condition::isTrue)
            .or(() -> job.status().condition("Failed").filter(Condition::isTrue));
    return job.spec()
        .ttlSecondsAfterFinished()
        .flatMap(ttl -> last.map(condition -> condition.since().plusSeconds(ttl)));
  }
}
