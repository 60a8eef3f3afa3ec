package foresail.simulation.kernel;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;

/** The only source of chance in a run. */
public interface Jitter {
  /** Takes the middle of every range: the single run that a user sees. */
  Jitter MEDIAN = () -> 0.5;

  /** A number in [0, 1). */
  double draw();

  /** Draws from a seed; the same seed gives the same numbers on every machine. */
  static Jitter seeded(long seed) {
    RandomGenerator random = new Random(seed);
    return random::nextDouble;
  }

  /** A span between two others. */
  default Duration between(Duration low, Duration high) {
    return low.plusNanos((long) (draw() * (high.toNanos() - low.toNanos())));
  }

  /**
   * {@code wait.Jitter}: a span stretched by up to the factor.
   *
   * @param factor 0.5 for [span, 1.5 span)
   */
  default Duration stretch(Duration span, double factor) {
    return span.plusNanos((long) (draw() * factor * span.toNanos()));
  }
}
