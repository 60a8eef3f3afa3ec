package foresail.simulation.controller;

import foresail.simulation.store.Environment;
import java.time.Duration;

/**
 * Times in the API are whole seconds, rounded down: whoever counts from one counts from up to a
 * second too early. Recorded: a pod with minReadySeconds 8 that was ready at 1.23 s was available
 * at 9.06 s.
 */
public final class StoredTime {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Environment env;
  private final Duration lost;

  public StoredTime(Environment env) {
    this.env = env;
    this.lost = env.jitter().between(Duration.ZERO, SECOND);
  }

  /** Now, as far as something counts that began at a stored time. */
  public Duration now() {
    return env.clock().now().plus(lost);
  }
}
