package foresail.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.finding.Refusal;
import foresail.source.Manifest;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Holds decoding against what a real API server answered to published manifests. */
final class CorpusTest {
  private static final Path CORPUS = Path.of("../shared/corpus");
  private static final Path VERDICTS = Path.of("../shared/verdicts/corpus.jsonl");

  @Test
  void publishedManifestsAreRefusedOnlyWhereTheServerCannotDecodeThem() throws IOException {
    Assumptions.assumeTrue(Files.exists(VERDICTS));
    Map<String, List<JsonNode>> answers = new HashMap<>();
    for (String line : Files.readAllLines(VERDICTS)) {
      JsonNode answer = Objects.JSON.readTree(line);
      String key = key(text(answer, "file"), text(answer, "kind"), text(answer, "name"));
      answers.computeIfAbsent(key, k -> new ArrayList<>()).add(answer.path("verdict"));
    }
    Schema schema = Schema.of(Release.DEFAULT);
    List<Manifest> manifests =
        new SourceReader(new ReadOptions(List.of(), schema.kinds(), 2))
            .read(List.of(CORPUS), InputStream.nullInputStream())
            .manifests();
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (Manifest manifest : manifests) {
      String file = CORPUS.relativize(Path.of(manifest.file().path())).toString();
      List<JsonNode> verdicts =
          answers.getOrDefault(key(file, manifest.id().kind(), manifest.id().name()), List.of());
      if (verdicts.size() == 1) {
        List<Refusal> refusals = schema.decode(manifest).refusals();
        JsonNode verdict = verdicts.get(0);
        String message = text(verdict, "message");
        boolean known = verdict.has("accepted") && !message.contains("already set in map");
        boolean decoded = verdict.path("code").intValue(0) != 400;
        compared += known ? 1 : 0;
        if (known && decoded != refusals.isEmpty()) {
          wrong.add(file + " " + message + " ours: " + refusals);
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(compared > 2_500, "compared only " + compared);
  }

  private static String key(String file, String kind, String name) {
    return file + "\0" + kind + "\0" + name;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).stringValue("");
  }
}
