package foresail.simulation.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.Forecast;
import foresail.config.ClusterFacts;
import foresail.config.ObjectName;
import foresail.config.Scenario;
import foresail.config.Step;
import foresail.prediction.PodPrediction;
import foresail.prediction.PodPrinter;
import foresail.prediction.PodRow;
import foresail.prediction.Prediction;
import foresail.simulation.Run;
import foresail.simulation.api.Key;
import foresail.simulation.api.Phase;
import foresail.simulation.api.Pod;
import foresail.simulation.kernel.Ending;
import foresail.simulation.kernel.Jitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every run, whatever is applied. The seed in a test's name makes its manifests. */
final class GeneratedRunsTest {
  private static final Duration HORIZON = Duration.ofMinutes(5);
  private static final int SEEDS = 40;

  @TempDir static Path folder;

  @TestFactory
  Stream<DynamicTest> everyRun() {
    return LongStream.range(0, SEEDS)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check(seed)));
  }

  private static void check(long seed) throws IOException {
    Path file =
        Files.writeString(folder.resolve("seed-" + seed + ".yaml"), RandomManifests.of(seed));
    Run run = run(file, Jitter.MEDIAN);
    assertNotEquals(Ending.STEP_LIMIT, run.ending(), "ends before its step limit");
    timeNeverGoesBack(run);
    podsKeepTheirWord(run);
    assertEquals(told(run), told(run(file, Jitter.MEDIAN)), "the same input gives the same output");
    podsKeepTheirWord(run(file, Jitter.seeded(seed)));
  }

  /** Without places: two readings of a file are two files. */
  private static String told(Run run) {
    var text = new StringBuilder();
    for (PodPrediction pod : Prediction.of(run).pods()) {
      text.append(pod.name()).append(' ').append(pod.end()).append('\n');
      pod.rows()
          .forEach(
              row -> text.append(row.at()).append(row.cells()).append(row.because()).append('\n'));
      text.append(pod.conditions()).append(pod.events()).append('\n');
    }
    return text.toString();
  }

  private static Run run(Path file, Jitter jitter) {
    var scenario =
        new Scenario(
            Optional.empty(),
            Optional.of(HORIZON),
            Optional.empty(),
            List.of(
                new Step.Apply(Duration.ZERO, List.of(file)),
                new Step.Delete(Duration.ofSeconds(40), new ObjectName("pod", "o1"))),
            List.of());
    return Forecast.run(ClusterFacts.UNKNOWN, scenario, jitter);
  }

  private static void timeNeverGoesBack(Run run) {
    Duration last = Duration.ZERO;
    for (Run.Change change : run.changes()) {
      assertTrue(change.at().compareTo(last) >= 0, "time goes on");
      last = change.at();
    }
    assertTrue(last.compareTo(HORIZON) <= 0, "nothing happens after the horizon");
  }

  private static void podsKeepTheirWord(Run run) {
    Map<Key, Phase> ended = new HashMap<>();
    for (Run.Change change : run.changes()) {
      if (!(change.object() instanceof Pod pod)) {
        continue;
      }
      if (change.now().isEmpty()) {
        ended.remove(pod.key());
        continue;
      }
      PodRow row = PodPrinter.print(pod);
      String[] parts = row.ready().split("/");
      assertTrue(
          Integer.parseInt(parts[0]) <= Integer.parseInt(parts[1]),
          "ready containers are part of the whole: " + row);
      assertFalse(row.status().isEmpty(), "kubectl has a word for every state");
      assertTrue(row.restarts() >= 0);
      Phase before = ended.get(pod.key());
      if (before != null) {
        assertEquals(before, pod.status().phase(), "a terminal phase never changes");
      }
      if (pod.terminal()) {
        ended.put(pod.key(), pod.status().phase());
      }
    }
  }
}
