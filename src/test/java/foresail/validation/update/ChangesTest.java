package foresail.validation.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.finding.Refusal;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.source.Manifest;
import foresail.source.Node;
import foresail.source.ReadOptions;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import foresail.source.SourceReader;
import foresail.source.Sources;
import foresail.validation.Validation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each change of changes.yaml is refused as the table says, and its places are in both texts. */
final class ChangesTest {
  @TestFactory
  Stream<DynamicTest> changes() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Node row : rows()) {
      String object = row.string("object").orElseThrow();
      Manifest was = manifest("was.yaml", object);
      tests.add(
          DynamicTest.dynamicTest(
              was.id() + " is an object", () -> assertEquals(List.of(), wrong(was))));
      for (Node change : items(row, "changes")) {
        String name = was.id() + ", " + oneLine(change, "was") + " -> " + oneLine(change, "now");
        tests.add(DynamicTest.dynamicTest(name, () -> check(object, change)));
      }
    }
    assertTrue(tests.size() > 150);
    return tests.stream();
  }

  private static void check(String object, Node change) {
    String piece = change.string("was").orElseThrow();
    int at = object.indexOf(piece);
    assertTrue(at >= 0 && (at == object.lastIndexOf(piece) || isFirst(change)), piece);
    String text =
        object.substring(0, at)
            + change.string("now").orElseThrow()
            + object.substring(at + piece.length());
    Manifest was = manifest("was.yaml", object);
    Manifest now = manifest("now.yaml", text);
    List<String> told = new ArrayList<>();
    for (Refusal refusal : Updates.refusals(was, now)) {
      told.add(refusal.reason().word() + " " + refusal.path());
      assertEquals("now.yaml", refusal.span().file().path(), refusal::toString);
      assertEquals("was.yaml", refusal.related().get(0).span().file().path(), refusal::toString);
    }
    List<String> expected = new ArrayList<>();
    items(change, "refused").forEach(item -> expected.add(((ScalarNode) item).text()));
    assertEquals(new TreeSet<>(expected), new TreeSet<>(told), text);
    assertEquals(List.of(), wrong(now), "the change itself must be the only flaw");
  }

  private static boolean isFirst(Node change) {
    return change.get("first").isPresent();
  }

  private static List<Refusal> wrong(Manifest manifest) {
    List<Refusal> undecodable = Schema.of(Release.DEFAULT).decode(manifest).refusals();
    return undecodable.isEmpty()
        ? Validation.refusals(Updates.completed(manifest), Release.DEFAULT)
        : undecodable;
  }

  private static String oneLine(Node change, String key) {
    return change.string(key).orElseThrow().replace('\n', ' ');
  }

  private static List<Node> items(Node node, String key) {
    return node.get(key).map(list -> ((SequenceNode) list).items()).orElse(List.of());
  }

  private static Manifest manifest(String path, String text) {
    Sources sources = new SourceReader(ReadOptions.standard()).readText(path, text);
    assertEquals(1, sources.manifests().size(), () -> sources.problems() + "\n" + text);
    return sources.manifests().get(0);
  }

  private static List<Node> rows() throws IOException {
    try (InputStream in = ChangesTest.class.getResourceAsStream("changes.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Sources sources = new SourceReader(ReadOptions.standard()).readText("changes.yaml", text);
      return ((SequenceNode) sources.skipped().get(0).root().orElseThrow()).items();
    }
  }
}
