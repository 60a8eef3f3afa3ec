package foresail.simulation.kernel;

import java.time.Duration;

/** The time that a component lives in, and its way to come back later. */
public interface Clock {
  /** Time since the manifests were applied; never goes back. */
  Duration now();

  /**
   * Has an action done at a moment.
   *
   * @param when a moment in the past means now, after what is already due
   * @return what calls it off
   */
  Timer at(Duration when, Priority priority, Runnable action);

  /** Has an action done after a while; a negative delay means now. */
  default Timer after(Duration delay, Runnable action) {
    return at(now().plus(delay), Priority.NORMAL, action);
  }
}
