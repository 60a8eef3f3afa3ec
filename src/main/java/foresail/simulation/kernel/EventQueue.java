package foresail.simulation.kernel;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * What is still to happen, ordered by (time, priority, sequence number), and the clock it moves.
 */
public final class EventQueue implements Clock {
  /** A watcher is told after so many steps. */
  private static final int WATCHED = 4096;

  private final PriorityQueue<Timer> queue = new PriorityQueue<>();
  private long now;
  private long sequence;
  private long steps;
  private Consumer<Duration> watcher = unused -> {};

  @Override
  public Duration now() {
    return Duration.ofNanos(now);
  }

  @Override
  public Timer at(Duration when, Priority priority, Runnable action) {
    var timer = new Timer(Math.max(now, when.toNanos()), priority, sequence++, action);
    queue.add(timer);
    return timer;
  }

  /** Has somebody told the time now and then, for the length of a run. */
  public void watch(Consumer<Duration> newWatcher) {
    watcher = newWatcher;
  }

  /** How many things have happened so far. */
  public long steps() {
    return steps;
  }

  /**
   * Lets everything happen that is due until the horizon; the clock then stands at the horizon,
   * unless a limit ended the run before.
   *
   * @param stepLimit after so many things the run ends, whatever is left
   */
  public Ending run(Duration horizon, long stepLimit) {
    long end = horizon.toNanos();
    while (!queue.isEmpty() && queue.peek().nanos() <= end) {
      Timer next = queue.poll();
      if (!next.pending()) {
        continue;
      }
      if (steps >= stepLimit) {
        return Ending.STEP_LIMIT;
      }
      steps++;
      now = next.nanos();
      if (steps % WATCHED == 0) {
        watcher.accept(now());
      }
      next.take().run();
    }
    now = Math.max(now, end);
    return queue.isEmpty() ? Ending.NOTHING_LEFT : Ending.HORIZON;
  }
}
