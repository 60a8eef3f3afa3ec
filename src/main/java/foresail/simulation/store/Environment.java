package foresail.simulation.store;

import foresail.simulation.kernel.Clock;
import foresail.simulation.kernel.Jitter;

/** What every component of a simulated cluster gets: time, the API server, Events, chance. */
public record Environment(Clock clock, ApiServer api, Events events, Jitter jitter) {
  /** A cluster without anything in it. */
  public static Environment of(Clock clock, Jitter jitter) {
    return new Environment(clock, new ApiServer(clock), new Events(clock), jitter);
  }
}
