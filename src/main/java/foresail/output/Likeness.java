package foresail.output;

import foresail.prediction.PodPrediction;
import foresail.prediction.Row;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds pods of one owner that go through the same, so that it need be told only once. */
final class Likeness {
  /** What differs by less is the same. */
  private static final Duration SAME = Duration.ofSeconds(1);

  private Likeness() {}

  /**
   * The words that tell of a pod by another one.
   *
   * @param earlier pods that were told before
   */
  static Optional<String> of(PodPrediction pod, List<PodPrediction> earlier) {
    for (PodPrediction other : earlier) {
      if (other.owner().isPresent()
          && other.owner().equals(pod.owner())
          && other.namespace().equals(pod.namespace())
          && other.end() == pod.end()
          && areAlike(other.rows(), pod.rows())
          && other.because().equals(pod.because())) {
        Duration later = pod.rows().get(0).at().minus(other.rows().get(0).at());
        return Optional.of(
            "as pod/"
                + Printable.of(other.name())
                + (later.compareTo(SAME) < 0 ? "" : ", " + Seconds.words(later) + " later"));
      }
    }
    return Optional.empty();
  }

  private static boolean areAlike(List<Row> left, List<Row> right) {
    if (left.size() != right.size() || left.isEmpty()) {
      return false;
    }
    Duration shift = right.get(0).at().minus(left.get(0).at());
    for (int i = 0; i < left.size(); i++) {
      Duration off = right.get(i).at().minus(left.get(i).at()).minus(shift).abs();
      if (!left.get(i).cells().equals(right.get(i).cells()) || off.compareTo(SAME) >= 0) {
        return false;
      }
    }
    return !shift.isNegative();
  }
}
