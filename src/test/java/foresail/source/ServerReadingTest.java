package foresail.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Holds the reader to what sigs.k8s.io/yaml v1.6.0 (go.yaml.in/yaml/v2 v2.4.3) made of the same
 * texts, cut by YAMLReader of k8s.io/apimachinery v0.36.3. The answers were recorded from those
 * programs; an error is null.
 */
final class ServerReadingTest {
  private static List<MappingNode> lines(String resource) {
    try (InputStream in = ServerReadingTest.class.getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Sources sources = new SourceReader(ReadOptions.standard()).readText(resource, text);
      return sources.skipped().stream()
          .map(document -> (MappingNode) document.root().orElseThrow())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each document as JSON, {@code null} for one that does not parse. */
  private static List<String> read(String text) {
    SourceFile file = new SourceFile("t.yaml", text);
    DocumentReader reader = new DocumentReader(file);
    List<String> documents = new ArrayList<>();
    for (DocumentSplitter.Chunk chunk : DocumentSplitter.split(file)) {
      for (ParsedDocument document : reader.read(chunk)) {
        documents.add(document.root().map(Json::print).orElse("null"));
      }
    }
    return documents;
  }

  private static String expected(String json) {
    SourceFile file = new SourceFile("expected", json);
    TreeBuilder builder = new TreeBuilder(file);
    DocumentSplitter.Chunk whole = DocumentSplitter.split(file).get(0);
    Cursor cursor = new Cursor(file, whole);
    return Json.print(
        JsonReader.read(cursor, builder, new WordCache())
            .orElseThrow()
            .get(0)
            .root()
            .orElseThrow());
  }

  @Test
  void plainScalarsAreWhatTheServerTakesThemFor() {
    List<MappingNode> lines = lines("scalars.jsonl");
    assertTrue(lines.size() > 600, "lines: " + lines.size());
    for (MappingNode line : lines) {
      String text = line.string("text").orElseThrow();
      String value =
          line.string("value").map(json -> expected("{\"k\":" + json + "}")).orElse("null");
      assertEquals(List.of(value), read("k: " + text + "\n"), "value " + text);
      List<String> key = line.string("key").map(k -> List.of(keyed(k))).orElse(List.of("null"));
      assertEquals(key, read(text + ": 1\n"), "key " + text);
    }
  }

  private static String keyed(String key) {
    Span span = new Span(new SourceFile("", ""), 1, 1, 1, 1);
    ScalarNode one = new ScalarNode("1", "1", ScalarType.INTEGER, ScalarStyle.PLAIN, span, false);
    ScalarNode name = ScalarNode.string(key, ScalarStyle.PLAIN, span);
    return Json.print(new MappingNode(List.of(new MappingNode.Entry(name, one)), span));
  }

  @Test
  void documentsAreWhatTheServerTakesThemFor() {
    List<MappingNode> lines = lines("documents.jsonl");
    assertTrue(lines.size() > 200, "lines: " + lines.size());
    for (MappingNode line : lines) {
      String yaml = line.string("yaml").orElseThrow();
      List<String> wanted = new ArrayList<>();
      for (Node document : ((SequenceNode) line.get("documents").orElseThrow()).items()) {
        ScalarNode json = (ScalarNode) document;
        wanted.add(json.isNull() ? "null" : expectedAny(json.text()));
      }
      assertEquals(wanted, read(yaml), yaml);
    }
  }

  private static String expectedAny(String json) {
    String object = expected("{\"k\":" + json + "}");
    return object.substring("{\"k\":".length(), object.length() - 1);
  }
}
