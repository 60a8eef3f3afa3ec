package foresail.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;

/** What real servers answered to damaged objects, where the recordings lie beside the project. */
public final class RecordedVerdicts {
  private static final Path FOLDER = Path.of("../shared/verdicts");

  private RecordedVerdicts() {}

  /** The objects ({@code id}, {@code object}), each with what 1.36 said ({@code verdict}). */
  public static List<JsonNode> mutants() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(FOLDER));
    return lines(FOLDER.resolve("mutants.jsonl"));
  }

  /** What another release said, by the object's id; only where that is something else. */
  public static Map<Integer, JsonNode> differing(String release) throws IOException {
    Map<Integer, JsonNode> answers = new HashMap<>();
    Path file = FOLDER.resolve("mutants-" + release + ".diff.jsonl");
    if (Files.exists(file)) {
      for (JsonNode answer : lines(file)) {
        answers.put(answer.path("id").intValue(), answer.path("verdict"));
      }
    }
    return answers;
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      nodes.add(Objects.JSON.readTree(line));
    }
    return nodes;
  }
}
