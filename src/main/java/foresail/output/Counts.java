package foresail.output;

import foresail.prediction.End;
import foresail.prediction.PodPrediction;
import foresail.prediction.Prediction;
import java.util.ArrayList;
import java.util.List;

/** Counts in words. */
final class Counts {
  private Counts() {}

  /** {@code 3 pods: 2 ready, 1 stuck}. */
  static String of(Prediction prediction) {
    List<String> ends = new ArrayList<>();
    for (End end : End.values()) {
      int count = 0;
      for (PodPrediction pod : prediction.pods()) {
        count += pod.end() == end ? 1 : 0;
      }
      if (count > 0) {
        ends.add(count + " " + end.word());
      }
    }
    String pods = number(prediction.pods().size(), "pod");
    return ends.isEmpty() ? pods : pods + ": " + String.join(", ", ends);
  }

  static String number(int count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }
}
