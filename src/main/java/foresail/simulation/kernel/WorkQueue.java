package foresail.simulation.kernel;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keys that wait to be worked on, as controllers keep them: a key waits once however often it is
 * added, and a key that failed comes back after 5 ms, 10 ms, 20 ms ... at most 1000 s.
 *
 * <p>As in client-go, {@link #add} and {@link #addAfter} do not cancel each other: a key that was
 * put off for 10 s is worked on in 10 s, however often it was worked on before.
 *
 * <p>Source: client-go/util/workqueue (default_rate_limiters.go, delaying_queue.go), v1.36.
 *
 * @param <K> a key with equals
 */
public final class WorkQueue<K> {
  private static final Duration FIRST_RETRY = Duration.ofMillis(5);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(1000);

  private final Clock clock;
  private final Duration effort;
  private final Duration firstRetry;
  private final Duration longestRetry;
  private final Consumer<K> work;
  private final Map<K, Timer> ready = new HashMap<>();
  private final Map<K, Timer> delayed = new HashMap<>();
  private final Map<K, Integer> failures = new HashMap<>();

  /**
   * @param effort what passes between adding a key and its work: the time of a sync and its writes
   * @param work one sync of the key; it reports failure by calling {@link #retry}, success by
   *     {@link #forget}
   */
  public WorkQueue(Clock clock, Duration effort, Consumer<K> work) {
    this(clock, effort, FIRST_RETRY, LONGEST_RETRY, work);
  }

  /**
   * A queue whose failed keys come back at another pace.
   *
   * @param firstRetry after the first failure; doubled with each further one
   */
  public WorkQueue(
      Clock clock, Duration effort, Duration firstRetry, Duration longestRetry, Consumer<K> work) {
    this.clock = clock;
    this.effort = effort;
    this.firstRetry = firstRetry;
    this.longestRetry = longestRetry;
    this.work = work;
  }

  /** Has the key worked on as soon as possible. */
  public void add(K key) {
    if (!ready.containsKey(key)) {
      ready.put(key, clock.after(effort, () -> process(key)));
    }
  }

  /**
   * Has the key worked on after a while; of several such wishes the earliest is kept.
   *
   * @param delay zero or less is the same as {@link #add}
   */
  public void addAfter(K key, Duration delay) {
    if (delay.isZero() || delay.isNegative()) {
      add(key);
      return;
    }
    Duration due = clock.now().plus(delay);
    Timer known = delayed.get(key);
    if (known != null) {
      if (known.at().compareTo(due) <= 0) {
        return;
      }
      known.cancel();
    }
    delayed.put(
        key,
        clock.after(
            delay,
            () -> {
              delayed.remove(key);
              add(key);
            }));
  }

  /** Has a key that failed worked on again, later each time. */
  public void retry(K key) {
    addAfter(key, retryDelay(failures.merge(key, 1, Integer::sum)));
  }

  /** Ends the row of failures: the next one counts as the first. */
  public void forget(K key) {
    failures.remove(key);
  }

  /** How often in a row the key was retried. */
  public int failures(K key) {
    return failures.getOrDefault(key, 0);
  }

  private Duration retryDelay(int failure) {
    if (failure > 18) { // 5 ms doubled 18 times is more than 1000 s
      return longestRetry;
    }
    Duration delay = firstRetry.multipliedBy(1L << (failure - 1));
    return delay.compareTo(longestRetry) > 0 ? longestRetry : delay;
  }

  private void process(K key) {
    ready.remove(key);
    work.accept(key);
  }
}
