package foresail.simulation.store;

import java.time.Duration;

/** How long word takes between the parts of an idle cluster. */
public final class Latency {
  private Latency() {}

  /**
   * From a write to the watchers' handlers. Measured: a pod's rows Pending and ContainerCreating
   * are 10 to 30 ms apart in most recordings, with three watches between them (scheduler, kubelet,
   * status).
   */
  public static final Duration WATCH = Duration.ofMillis(5);

  /** One sync of a controller with its writes; from the same measurement. */
  public static final Duration SYNC = Duration.ofMillis(5);
}
