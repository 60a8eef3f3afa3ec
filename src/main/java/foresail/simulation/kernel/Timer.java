package foresail.simulation.kernel;

import java.time.Duration;

/** Something that is still to happen. */
public final class Timer implements Comparable<Timer> {
  private final long at;
  private final Priority priority;
  private final long sequence;
  private Runnable action;

  Timer(long at, Priority priority, long sequence, Runnable action) {
    this.at = at;
    this.priority = priority;
    this.sequence = sequence;
    this.action = action;
  }

  /** When it is due. */
  public Duration at() {
    return Duration.ofNanos(at);
  }

  long nanos() {
    return at;
  }

  /** Calls it off; does nothing where it has happened or was called off before. */
  public void cancel() {
    action = null;
  }

  /** Whether it is still to happen. */
  public boolean pending() {
    return action != null;
  }

  Runnable take() {
    Runnable taken = action;
    action = null;
    return taken;
  }

  @Override
  public int compareTo(Timer other) {
    int order = Long.compare(at, other.at);
    if (order == 0) {
      order = priority.compareTo(other.priority);
    }
    return order != 0 ? order : Long.compare(sequence, other.sequence);
  }
}
