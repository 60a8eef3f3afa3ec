package foresail.recorded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What a real node showed.
 *
 * @param run how long it was watched, in seconds
 * @param pods the rows of each pod
 */
record Recording(double run, Map<String, List<TimedRow>> pods) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The recordings of a case, at most two. */
  static List<Recording> ofCase(Path folder) throws IOException {
    var recordings = new ArrayList<Recording>();
    for (String name : List.of("recorded.json", "recorded-2.json")) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        recordings.add(read(JSON.readTree(Files.readString(file))));
      }
    }
    return recordings;
  }

  private static Recording read(JsonNode root) {
    Map<String, List<TimedRow>> pods = new LinkedHashMap<>();
    root.get("pods")
        .properties()
        .forEach(pod -> pods.put(pod.getKey(), rows(pod.getValue().get("rows"))));
    return new Recording(root.get("run").asDouble(), pods);
  }

  private static List<TimedRow> rows(JsonNode rows) {
    var read = new ArrayList<TimedRow>();
    for (JsonNode row : rows) {
      read.add(
          TimedRow.of(
              row.get(0).asDouble(),
              row.get(1).asString(),
              row.get(2).asString(),
              Integer.parseInt(row.get(3).asString().split(" ")[0])));
    }
    return read;
  }
}
