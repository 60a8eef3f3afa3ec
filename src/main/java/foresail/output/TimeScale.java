package foresail.output;

import foresail.prediction.PodPrediction;
import foresail.prediction.Prediction;
import foresail.prediction.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a run that time lines show: until somewhat after the last row.
 *
 * @param end where the drawing ends; the run may go on without anything new
 * @param horizon where the run ends
 */
record TimeScale(Duration end, Duration horizon) {
  private static final Duration SHORTEST = Duration.ofSeconds(10);
  private static final int[] STEPS = {
    1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400
  };

  static TimeScale of(Prediction prediction) {
    Duration last = Duration.ZERO;
    for (PodPrediction pod : prediction.pods()) {
      for (Row row : pod.rows()) {
        last = row.at().compareTo(last) > 0 ? row.at() : last;
      }
    }
    Duration shown = last.multipliedBy(5).dividedBy(4);
    shown = shown.compareTo(SHORTEST) < 0 ? SHORTEST : shown;
    long step = step(shown, 5);
    long seconds = (shown.toMillis() + step * 1000 - 1) / (step * 1000) * step;
    Duration end = Duration.ofSeconds(seconds);
    Duration horizon = prediction.horizon();
    boolean cut = end.compareTo(horizon) >= 0 && !horizon.isZero();
    return new TimeScale(cut ? horizon : end, horizon);
  }

  /** Whether the run goes on behind the drawing, without anything new. */
  boolean isCut() {
    return end.compareTo(horizon) < 0;
  }

  /**
   * Round moments with equal distances, from 0 on, before the end.
   *
   * @param most how many there may be, at least 2
   */
  List<Duration> ticks(int most) {
    long step = step(end, most);
    List<Duration> ticks = new ArrayList<>();
    for (long at = 0; at * 1000 < end.toMillis(); at += step) {
      ticks.add(Duration.ofSeconds(at));
    }
    return ticks;
  }

  /** A moment as a share of the drawing, from 0 to 1. */
  double share(Duration at) {
    return Math.min(1, at.toNanos() / (double) Math.max(1, end.toNanos()));
  }

  private static long step(Duration length, int most) {
    for (int step : STEPS) {
      if (length.toMillis() <= step * 1000L * most) {
        return step;
      }
    }
    long last = STEPS[STEPS.length - 1];
    return last * Math.max(1, (length.toSeconds() + last * most - 1) / (last * most));
  }
}
