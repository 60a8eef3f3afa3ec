package foresail.output;

import foresail.prediction.ConditionChange;
import foresail.prediction.EventLine;
import foresail.prediction.Prediction;
import foresail.prediction.WorkloadPrediction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a workload says of itself that pods' rows do not show. */
final class Troubles {
  private Troubles() {}

  /** One line; empty where all is well, and for a ReplicaSet, of which its Deployment tells. */
  static Optional<String> of(WorkloadPrediction workload, Prediction prediction) {
    if (isOwned(workload, prediction)) {
      return Optional.empty();
    }
    Map<String, ConditionChange> last = new LinkedHashMap<>();
    workload.conditions().forEach(change -> last.put(change.type(), change));
    for (String type : List.of("ReplicaFailure", "Failed", "Progressing")) {
      ConditionChange change = last.get(type);
      if (change != null && isBad(change)) {
        return Optional.of(
            change.type()
                + " "
                + change.status()
                + (change.reason().isEmpty() ? "" : ", " + change.reason())
                + (change.message().isEmpty() ? "" : ": " + change.message())
                + " (at "
                + Seconds.words(change.at())
                + ")");
      }
    }
    return workload.events().stream()
        .filter(event -> event.reason().equals("FailedCreate"))
        .findFirst()
        .map(Troubles::words);
  }

  private static boolean isBad(ConditionChange change) {
    return switch (change.type()) {
      case "ReplicaFailure", "Failed" -> change.status().equals("True");
      case "Progressing" -> change.status().equals("False");
      default -> false;
    };
  }

  private static String words(EventLine event) {
    return event.reason() + ": " + event.message();
  }

  private static boolean isOwned(WorkloadPrediction workload, Prediction prediction) {
    return workload.kind().equals("ReplicaSet")
        && prediction.workloads().stream()
            .anyMatch(
                other ->
                    other.kind().equals("Deployment")
                        && other.namespace().equals(workload.namespace())
                        && workload.name().startsWith(other.name() + "-"));
  }
}
