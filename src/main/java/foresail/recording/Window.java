package foresail.recording;

import foresail.prediction.PodPrediction;
import java.time.Duration;

/**
 * The part of a prediction that a recording can speak of.
 *
 * @param begin the predicted moment of the recording's first row
 * @param length of the recording
 */
record Window(Duration begin, Duration length) {
  /** A shorter row may be missed, by a watcher or by a prediction. */
  static final Duration BRIEF = Duration.ofSeconds(2);

  /** A predicted moment as a recording counts. */
  Duration seenAt(Duration predicted) {
    return predicted.minus(begin);
  }

  boolean holds(PodPrediction pod) {
    return !pod.rows().isEmpty() && !isOpen(seenAt(pod.rows().get(0).at()));
  }

  /** Whether what happens then may come a little later on the other side, behind the end. */
  boolean isOpen(Duration at) {
    return !at.plus(tolerance(at)).minus(length).isNegative();
  }

  /** How far apart two moments may be and still be the same: 2 s, or a quarter of the time. */
  static Duration tolerance(Duration at) {
    Duration quarter = at.dividedBy(4);
    return quarter.compareTo(BRIEF) < 0 ? BRIEF : quarter;
  }

  static boolean close(Duration seen, Duration predicted) {
    return seen.minus(predicted).abs().compareTo(tolerance(seen)) <= 0;
  }
}
