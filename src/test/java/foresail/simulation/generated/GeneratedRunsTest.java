package foresail.simulation.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.Forecast;
import foresail.config.ClusterFacts;
import foresail.config.NodeFacts;
import foresail.config.ObjectName;
import foresail.config.Scenario;
import foresail.config.Step;
import foresail.prediction.PodPrediction;
import foresail.prediction.Prediction;
import foresail.simulation.Run;
import foresail.simulation.api.Node;
import foresail.simulation.api.ObjectMeta;
import foresail.simulation.api.OwnerReference;
import foresail.simulation.api.Pod;
import foresail.simulation.kernel.Jitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every run, whatever is applied. The seed in a test's name makes its world. */
final class GeneratedRunsTest {
  private static final Duration HORIZON = Duration.ofMinutes(5);
  private static final int SEEDS = 40;

  @TempDir static Path folder;

  private static Stream<DynamicTest> seeds(int count, SeedCheck check) {
    long first = Long.getLong("seed", 1) * 1000;
    return LongStream.range(first, first + count)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check.run(seed)));
  }

  private interface SeedCheck {
    void run(long seed) throws IOException;
  }

  @TestFactory
  Stream<DynamicTest> everyRun() {
    return seeds(SEEDS, GeneratedRunsTest::checkManifests);
  }

  @TestFactory
  Stream<DynamicTest> everyWorld() {
    return seeds(3 * SEEDS, GeneratedRunsTest::checkWorld);
  }

  /** Else the other tests would hold nothing. */
  @Test
  void worldsHavePodsOfAllKinds() throws IOException {
    Set<String> owners = new TreeSet<>();
    long first = Long.getLong("seed", 1) * 1000;
    for (long seed = first; seed < first + SEEDS; seed++) {
      Run run = run(RandomWorld.of(seed, folder, HORIZON), Jitter.MEDIAN);
      for (Run.Change change : run.changes()) {
        if (change.object() instanceof Pod pod && !pod.nodeName().isEmpty()) {
          owners.add(pod.metadata().controller().map(OwnerReference::kind).orElse("nobody"));
        }
      }
    }
    assertEquals(Set.of("nobody", "ReplicaSet", "StatefulSet", "DaemonSet", "Job"), owners);
  }

  private static void checkManifests(long seed) throws IOException {
    Path file =
        Files.writeString(folder.resolve("seed-" + seed + ".yaml"), RandomManifests.of(seed));
    var scenario =
        new Scenario(
            Optional.empty(),
            Optional.of(HORIZON),
            Optional.empty(),
            List.of(
                new Step.Apply(Duration.ZERO, List.of(file)),
                new Step.Delete(Duration.ofSeconds(40), new ObjectName("pod", "o1"))),
            List.of());
    check(new RandomWorld(ClusterFacts.UNKNOWN, scenario), seed);
  }

  private static void checkWorld(long seed) throws IOException {
    check(RandomWorld.of(seed, folder, HORIZON), seed);
  }

  private static void check(RandomWorld world, long seed) {
    Run run = run(world, Jitter.MEDIAN);
    List<Node> nodes =
        world.facts().nodes().orElse(List.of()).stream().map(GeneratedRunsTest::node).toList();
    RunRules.check(run, nodes);
    assertEquals(told(run), told(run(world, Jitter.MEDIAN)), "the same input, the same output");
    RunRules.check(run(world, Jitter.seeded(seed)), nodes);
  }

  private static Node node(NodeFacts facts) {
    return new Node(
        ObjectMeta.named("", facts.name()),
        false,
        false,
        List.of(),
        facts.allocatable(),
        List.of());
  }

  private static Run run(RandomWorld world, Jitter jitter) {
    return Forecast.run(world.facts(), world.scenario(), jitter);
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
}
