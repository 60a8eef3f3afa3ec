package foresail.simulation.kubelet;

import java.time.Duration;

/**
 * A ticker that has been running since before the manifests were applied: it ticks at its phase,
 * and then every period.
 *
 * @param phase of the first tick, within the first period
 */
record Rhythm(Duration phase, Duration period) {
  /** The first tick after a moment. */
  Duration after(Duration moment) {
    return tick(Math.floorDiv(moment.minus(phase).toNanos(), period.toNanos()) + 1);
  }

  /** The last tick at a moment or before it. */
  Duration atOrBefore(Duration moment) {
    return tick(Math.floorDiv(moment.minus(phase).toNanos(), period.toNanos()));
  }

  private Duration tick(long number) {
    return phase.plusNanos(number * period.toNanos());
  }
}
