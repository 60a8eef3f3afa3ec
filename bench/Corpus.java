import foresail.Forecast;
import foresail.config.ClusterFacts;
import foresail.config.Scenario;
import foresail.config.Step;
import foresail.graph.External;
import foresail.prediction.Prediction;
import foresail.simulation.kernel.Jitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Predicts every file below a folder by itself, in one process, and tells how long that took:
 * {@code java -cp JAR bench/Corpus.java FOLDER}.
 */
public final class Corpus {
  private Corpus() {}

  public static void main(String[] arguments) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    long begin = System.nanoTime();
    int pods = 0;
    int crashed = 0;
    for (Path file : files) {
      try {
        pods += predict(file).pods().size();
      } catch (RuntimeException fault) {
        crashed++;
        System.out.println(file + ": " + fault);
      }
    }
    System.out.printf(
        "%d files, %d pods, %d crashed, %.1f s%n",
        files.size(), pods, crashed, (System.nanoTime() - begin) / 1e9);
  }

  private static Prediction predict(Path file) {
    var scenario =
        new Scenario(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(new Step.Apply(Duration.ZERO, List.of(file))),
            List.of());
    return Prediction.of(
        Forecast.prepared(ClusterFacts.UNKNOWN, scenario, External.NONE).run(Jitter.MEDIAN).run());
  }
}
