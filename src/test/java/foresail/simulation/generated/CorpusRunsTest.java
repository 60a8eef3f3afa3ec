package foresail.simulation.generated;

import static org.junit.jupiter.api.Assertions.assertFalse;

import foresail.Forecast;
import foresail.config.ClusterFacts;
import foresail.config.Scenario;
import foresail.config.Step;
import foresail.prediction.PodPrediction;
import foresail.prediction.Prediction;
import foresail.simulation.Run;
import foresail.simulation.kernel.Jitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What people publish gets a prediction. {@code -Dseed} chooses which files. */
final class CorpusRunsTest {
  private static final Path CORPUS = Path.of("../shared/corpus");
  private static final int FILES = 150;

  @TestFactory
  Stream<DynamicTest> everyFileIsPredicted() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CORPUS), "the manifests are not here");
    List<Path> files;
    try (Stream<Path> all = Files.walk(CORPUS)) {
      files = new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
    }
    long seed = Long.getLong("seed", 1);
    Collections.shuffle(files, new Random(seed));
    return files.subList(0, Math.min(FILES, files.size())).stream()
        .map(
            file -> DynamicTest.dynamicTest("seed " + seed + ": " + file, () -> isPredicted(file)));
  }

  private static void isPredicted(Path file) {
    var scenario =
        new Scenario(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(new Step.Apply(Duration.ZERO, List.of(file))),
            List.of());
    Run run = Forecast.run(ClusterFacts.UNKNOWN, scenario, Jitter.MEDIAN);
    RunRules.check(run, List.of());
    for (PodPrediction pod : Prediction.of(run).pods()) {
      assertFalse(pod.rows().isEmpty(), pod.name() + " is seen");
    }
  }
}
