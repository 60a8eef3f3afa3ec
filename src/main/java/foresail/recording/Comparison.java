package foresail.recording;

import foresail.prediction.PodPrediction;
import foresail.prediction.Prediction;
import foresail.simulation.facts.Assumption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A prediction held against a recording.
 *
 * @param pods the recorded ones in their order, then those that were only predicted
 * @param end of the recording
 */
public record Comparison(List<PodComparison> pods, Duration end) {
  public Comparison {
    pods = List.copyOf(pods);
  }

  /** Pairs pods and rows. */
  public static Comparison of(Prediction prediction, Recording recording) {
    Duration begin =
        prediction.pods().stream()
            .flatMap(pod -> pod.rows().stream())
            .map(row -> row.at())
            .min(Duration::compareTo)
            .orElse(Duration.ZERO);
    Window window = new Window(begin, recording.end());
    Map<SeenPod, PodPrediction> pairs = Pairing.of(prediction.pods(), recording.pods(), window);
    List<PodComparison> pods = new ArrayList<>();
    List<PodPrediction> left = new ArrayList<>(prediction.pods());
    for (SeenPod seen : recording.pods()) {
      Optional<PodPrediction> predicted = Optional.ofNullable(pairs.get(seen));
      predicted.ifPresent(left::remove);
      pods.add(compared(predicted, Optional.of(seen), window, prediction.assumptions()));
    }
    for (PodPrediction pod : left) {
      if (window.holds(pod)) {
        pods.add(compared(Optional.of(pod), Optional.empty(), window, prediction.assumptions()));
      }
    }
    return new Comparison(pods, recording.end());
  }

  public boolean agrees() {
    return pods.stream().allMatch(PodComparison::agrees);
  }

  private static PodComparison compared(
      Optional<PodPrediction> predicted,
      Optional<SeenPod> seen,
      Window window,
      List<Assumption> assumptions) {
    Alignment rows =
        Alignment.of(
            predicted.map(PodPrediction::rows).orElse(List.of()),
            seen.map(SeenPod::rows).orElse(List.of()),
            window);
    PodComparison compared = new PodComparison(predicted, seen, rows.rows(), List.of());
    if (compared.agrees() || predicted.isEmpty()) {
      return compared;
    }
    String object = predicted.get().owner().orElse("Pod/" + predicted.get().name());
    List<Assumption> own =
        assumptions.stream().filter(each -> each.object().equals(object)).toList();
    return new PodComparison(predicted, seen, rows.rows(), own);
  }
}
