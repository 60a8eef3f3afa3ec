package foresail.simulation;

import foresail.simulation.kernel.Jitter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is to be simulated.
 *
 * @param namespace of objects that name none; it exists
 * @param until where the run ends, behind the prelude; empty for the usual horizon, and loops are
 *     then told until their fifth restart
 * @param start wall time of 0 s; empty where nobody said: only schedules depend on it
 * @param steps in the order of their times
 * @param jitter where the run takes its chances from
 * @param stepLimit after so many things that happen the run ends, whatever is left
 * @param prelude what happens until then is not told
 */
public record Plan(
    String namespace,
    Optional<Duration> until,
    Optional<Instant> start,
    List<Step> steps,
    Jitter jitter,
    long stepLimit,
    Duration prelude) {
  /** What is looked at where nobody says how long. */
  public static final Duration USUAL_HORIZON = Duration.ofMinutes(15);

  /** Far more than any honest run needs: a pod takes about a hundred steps a minute. */
  public static final long USUAL_STEP_LIMIT = 50_000_000;

  public Plan {
    steps = List.copyOf(steps);
  }

  /** The same with other chances. */
  public Plan withJitter(Jitter newJitter) {
    return new Plan(namespace, until, start, steps, newJitter, stepLimit, prelude);
  }

  /** Where the run ends. */
  public Duration horizon() {
    return prelude.plus(until.orElse(USUAL_HORIZON));
  }
}
