package foresail.recorded;

import foresail.Forecast;
import foresail.config.ClusterFacts;
import foresail.config.ClusterFactsReader;
import foresail.config.Scenario;
import foresail.config.ScenarioReader;
import foresail.prediction.ConditionChange;
import foresail.prediction.EventLine;
import foresail.prediction.PodPrediction;
import foresail.prediction.Prediction;
import foresail.prediction.Row;
import foresail.simulation.kernel.Jitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes what is predicted for every recorded case as JSON into a folder, one file a case. */
public final class RecordedRuns {
  private RecordedRuns() {}

  /**
   * @param arguments the folder of the recordings, the folder to write to, and what a case's name
   *     has to contain
   */
  public static void main(String[] arguments) throws IOException {
    Path cases = Path.of(arguments[0]);
    Path out = Files.createDirectories(Path.of(arguments[1]));
    String only = arguments.length > 2 ? arguments[2] : "";
    ClusterFacts facts =
        ClusterFactsReader.read(cases.resolve("cluster.yaml")).value().orElseThrow();
    try (Stream<Path> folders = Files.list(cases)) {
      for (Path folder : folders.sorted().toList()) {
        Path scenario = folder.resolve("scenario.yaml");
        if (Files.exists(scenario) && folder.getFileName().toString().contains(only)) {
          try {
            Files.writeString(
                out.resolve(folder.getFileName() + ".json"), json(predict(facts, scenario)));
          } catch (RuntimeException fault) {
            System.out.println(folder.getFileName() + ": " + fault);
            fault.printStackTrace(System.out);
          }
        }
      }
    }
  }

  static Prediction predict(ClusterFacts facts, Path file) {
    Scenario scenario = ScenarioReader.read(file).value().orElseThrow();
    return Prediction.of(Forecast.run(facts, scenario, Jitter.MEDIAN));
  }

  private static String json(Prediction prediction) {
    var out = new StringBuilder("{\"pods\": [");
    String comma = "";
    for (PodPrediction pod : prediction.pods()) {
      out.append(comma).append("\n{\"name\": ").append(text(pod.name())).append(", \"rows\": [");
      list(out, pod.rows(), RecordedRuns::row);
      out.append("], \"conditions\": [");
      list(out, pod.conditions(), RecordedRuns::condition);
      out.append("], \"events\": [");
      list(out, pod.events(), RecordedRuns::event);
      out.append("]}");
      comma = ",";
    }
    return out.append("]}\n").toString();
  }

  private interface Writer<T> {
    String write(T value);
  }

  private static <T> void list(StringBuilder out, List<T> values, Writer<T> writer) {
    String comma = "";
    for (T value : values) {
      out.append(comma).append(writer.write(value));
      comma = ", ";
    }
  }

  private static String row(Row row) {
    return String.format(
        Locale.ROOT,
        "{\"at\": %.3f, \"ready\": %s, \"status\": %s, \"restarts\": %d}",
        row.at().toNanos() / 1e9,
        text(row.cells().ready()),
        text(row.cells().status()),
        row.cells().restarts());
  }

  private static String condition(ConditionChange change) {
    return String.format(
        Locale.ROOT,
        "{\"at\": %.3f, \"type\": %s, \"status\": %s, \"reason\": %s, \"message\": %s}",
        change.at().toNanos() / 1e9,
        text(change.type()),
        text(change.status()),
        text(change.reason()),
        text(change.message()));
  }

  private static String event(EventLine event) {
    return String.format(
        Locale.ROOT,
        "{\"at\": %.3f, \"type\": %s, \"reason\": %s, \"message\": %s}",
        event.at().toNanos() / 1e9,
        text(event.type()),
        text(event.reason()),
        text(event.message()));
  }

  private static String text(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
