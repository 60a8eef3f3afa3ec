package foresail.output;

import foresail.prediction.PodPrediction;
import foresail.prediction.Prediction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts namespaces to the names of pods where they are in several. */
final class Namespaces {
  private Namespaces() {}

  /** The same prediction for people: {@code staging/web} where names alone do not tell. */
  static Prediction told(Prediction prediction) {
    Set<String> namespaces = new HashSet<>();
    prediction.pods().forEach(pod -> namespaces.add(pod.namespace()));
    if (namespaces.size() < 2) {
      return prediction;
    }
    List<PodPrediction> named = new ArrayList<>();
    for (PodPrediction pod : prediction.pods()) {
      named.add(
          new PodPrediction(
              pod.namespace() + "/" + pod.name(),
              pod.namespace(),
              pod.owner(),
              pod.end(),
              pod.status(),
              pod.causes(),
              pod.rows(),
              pod.conditions(),
              pod.events(),
              pod.outcomes()));
    }
    return new Prediction(
        prediction.horizon(),
        named,
        prediction.workloads(),
        prediction.missing(),
        prediction.refused(),
        prediction.assumptions());
  }
}
