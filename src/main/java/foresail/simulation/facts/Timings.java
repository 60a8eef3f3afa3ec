package foresail.simulation.facts;

import java.time.Duration;

/**
 * How long a node takes for what it does with a pod.
 *
 * @param pull to fetch an image that it does not have
 * @param sandbox to mount volumes and set up the pod before its first container
 * @param create to create one container
 * @param start to start one that is created
 */
public record Timings(Duration pull, Duration sandbox, Duration create, Duration start) {
  /** An ordinary node near its registry. */
  public static final Timings USUAL =
      new Timings(
          Duration.ofSeconds(5),
          Duration.ofMillis(400),
          Duration.ofMillis(200),
          Duration.ofMillis(100));
}
