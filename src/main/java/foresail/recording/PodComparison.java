package foresail.recording;

import foresail.prediction.PodPrediction;
import foresail.simulation.facts.Assumption;
import java.util.List;
import java.util.Optional;

/**
 * A predicted pod beside a recorded one; one of them may be missing.
 *
 * @param rows in order of time
 * @param assumptions that the prediction of this pod rests on, where the rows differ
 */
public record PodComparison(
    Optional<PodPrediction> predicted,
    Optional<SeenPod> seen,
    List<ComparedRow> rows,
    List<Assumption> assumptions) {
  public PodComparison {
    rows = List.copyOf(rows);
    assumptions = List.copyOf(assumptions);
  }

  public boolean agrees() {
    return predicted.isPresent() && seen.isPresent() && firstDifference().isEmpty();
  }

  /** The first row that is wrong. */
  public Optional<ComparedRow> firstDifference() {
    return rows.stream().filter(row -> !row.verdict().agrees()).findFirst();
  }
}
