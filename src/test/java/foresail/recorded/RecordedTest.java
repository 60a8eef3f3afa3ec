package foresail.recorded;

import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.config.ClusterFacts;
import foresail.config.ClusterFactsReader;
import foresail.prediction.Prediction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Predictions are held against recordings of a real node: the recording is right. */
final class RecordedTest {
  private static final Path CASES = Path.of("../shared/recorded");

  /** How many cases fit by now; raise it with every one more, never lower it. */
  private static final int FITTING = 173;

  @Test
  void predictionsFitRecordings() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CASES), "the recordings are not here");
    ClusterFacts facts =
        ClusterFactsReader.read(CASES.resolve("cluster.yaml")).value().orElseThrow();
    var unfit = new ArrayList<String>();
    int cases = 0;
    try (Stream<Path> folders = Files.list(CASES)) {
      for (Path folder : folders.sorted().toList()) {
        List<Recording> recordings = Recording.ofCase(folder);
        if (!recordings.isEmpty()) {
          cases++;
          difference(folder, recordings, facts).ifPresent(unfit::add);
        }
      }
    }
    int fitting = cases - unfit.size();
    assertTrue(
        fitting >= Math.min(FITTING, cases),
        fitting + " of " + cases + " fit; these do not:\n" + String.join("\n", unfit));
  }

  private static Optional<String> difference(
      Path folder, List<Recording> recordings, ClusterFacts facts) {
    Map<String, List<TimedRow>> predicted =
        rows(RecordedRuns.predict(facts, folder.resolve("scenario.yaml")));
    Optional<String> first = Optional.empty();
    for (Recording recording : recordings) {
      Optional<String> difference = RecordingScore.difference(recording, predicted);
      if (difference.isEmpty()) {
        return difference;
      }
      first = first.or(() -> difference);
    }
    return first.map(text -> folder.getFileName() + ": " + text);
  }

  private static Map<String, List<TimedRow>> rows(Prediction prediction) {
    Map<String, List<TimedRow>> rows = new LinkedHashMap<>();
    prediction
        .pods()
        .forEach(
            pod ->
                rows.put(
                    pod.name(),
                    pod.rows().stream()
                        .map(
                            row ->
                                TimedRow.of(
                                    row.at().toNanos() / 1e9,
                                    row.cells().ready(),
                                    row.cells().status(),
                                    row.cells().restarts()))
                        .toList()));
    return rows;
  }
}
