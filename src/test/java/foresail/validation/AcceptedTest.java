package foresail.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.finding.Refusal;
import foresail.schema.Decoded;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.source.Comment;
import foresail.source.Manifest;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import foresail.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What looks wrong and is accepted all the same: each document of accepted.yaml shows the facts
 * that its first comment names, and nothing is told of it.
 */
final class AcceptedTest {
  @TestFactory
  Stream<DynamicTest> nothingIsToldOfWhatTheServerAccepts() throws IOException {
    return manifests().stream()
        .map(
            manifest ->
                DynamicTest.dynamicTest(
                    String.join(" ", facts(manifest)),
                    () -> assertEquals(List.of(), told(manifest))));
  }

  @Test
  void everyAcceptedFactIsShown() throws IOException {
    Set<String> open = new TreeSet<>();
    for (String row : text("facts.tsv").lines().toList()) {
      if (row.contains("\tAccepted\t")) {
        open.add(row.substring(0, row.indexOf('\t')));
      }
    }
    Set<String> known = new HashSet<>(open);
    for (Manifest manifest : manifests()) {
      assertTrue(known.containsAll(facts(manifest)), () -> facts(manifest).toString());
      facts(manifest).forEach(open::remove);
    }
    assertEquals(Set.of(), open);
  }

  private static List<String> told(Manifest manifest) {
    Decoded decoded = Schema.of(Release.DEFAULT).decode(manifest);
    assertEquals(List.of(), decoded.refusals());
    Manifest complete =
        new Manifest(manifest.id(), manifest.document(), decoded.root(), manifest.comments());
    return Validation.refusals(complete, Release.DEFAULT).stream().map(AcceptedTest::line).toList();
  }

  private static String line(Refusal refusal) {
    return refusal.fact() + " " + refusal.path() + ": " + refusal.message();
  }

  private static List<String> facts(Manifest manifest) {
    Comment first = manifest.comments().get(0);
    return List.of(first.text().split(" "));
  }

  private static List<Manifest> manifests() throws IOException {
    Sources sources =
        new SourceReader(ReadOptions.standard()).readText("accepted.yaml", text("accepted.yaml"));
    assertEquals(List.of(), sources.problems());
    return sources.manifests();
  }

  private static String text(String name) throws IOException {
    try (InputStream in = AcceptedTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
