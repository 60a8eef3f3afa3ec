package foresail.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.finding.Refusal;
import foresail.schema.Change;
import foresail.schema.Objects;
import foresail.source.Manifest;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

/**
 * Each fact is broken alone: broken.tsv holds, for each, a valid object of bases.yaml, the smallest
 * change that breaks the fact, and what the server says then.
 *
 * <p>{@code -Dbroken.update=true} looks for smaller ones, for minutes, {@code -Dbroken.hints=true}
 * among them only in hints.tsv; the author reads the difference.
 */
final class BrokenFactsTest {
  private static final Path FOLDER = Path.of("src/test/resources/foresail/validation");

  /** Limits of what several fields hold together, or of a part of one. */
  private static final Set<String> SUMS =
      Set.of(
          "configmap.size",
          "secret.size",
          "pod.container.securityContext.windows.runAsUserName.domain-length",
          "pod.spec.dnsConfig.searches.chars",
          "pod.volumes.iscsi.name-length",
          "pv.iscsi.length",
          "networkpolicy.policyTypes.max",
          "service.clusterIPs.max");

  @TestFactory
  Stream<DynamicTest> basesAreAccepted() throws IOException {
    return bases().entrySet().stream()
        .map(
            base ->
                DynamicTest.dynamicTest(
                    base.getKey(),
                    () ->
                        assertEquals(
                            Set.of(), FactBreaker.told(FactBreaker.refusals(base.getValue())))));
  }

  @TestFactory
  Stream<DynamicTest> brokenFactsAreTold() throws IOException {
    Map<String, JsonNode> bases = bases();
    WrittenFacts facts = new WrittenFacts(FactTables.rows("facts.tsv"));
    return FactTables.rows("broken.tsv").stream()
        .map(row -> DynamicTest.dynamicTest(row[0], () -> assertTold(facts, row, bases)));
  }

  /** Where one mistake hides another, or brings it along. */
  @TestFactory
  Stream<DynamicTest> mistakesAreToldTogether() throws IOException {
    Map<String, JsonNode> bases = bases();
    return FactTables.rows("told.tsv").stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    String.join(" ", row),
                    () -> assertEquals(told(row), FactBreaker.told(changed(row, bases)))));
  }

  private static Set<String> told(String[] row) {
    int arrow = List.of(row).indexOf("=>");
    return new TreeSet<>(List.of(row).subList(arrow + 1, row.length));
  }

  private static List<Refusal> changed(String[] row, Map<String, JsonNode> bases) {
    JsonNode object = bases.get(row[0]).deepCopy();
    int arrow = List.of(row).indexOf("=>");
    changes(List.of(row).subList(1, arrow)).forEach(change -> change.apply(object));
    return FactBreaker.refusals(object);
  }

  private static void assertTold(WrittenFacts facts, String[] row, Map<String, JsonNode> bases) {
    JsonNode object = bases.get(row[1]).deepCopy();
    int arrow = List.of(row).indexOf("=>");
    for (String change : List.of(row).subList(2, arrow)) {
      Change.parse(change).apply(object);
    }
    List<Refusal> refusals = FactBreaker.refusals(object);
    assertEquals(
        new TreeSet<>(List.of(row).subList(arrow + 1, row.length)), FactBreaker.told(refusals));
    List<Refusal> own = refusals.stream().filter(refusal -> refusal.fact().equals(row[0])).toList();
    assertTrue(
        own.stream().anyMatch(facts::isAsWritten), () -> facts.words(row[0]) + " but " + own);
  }

  @TestFactory
  Stream<DynamicTest> limitsAreFineAndWhatLiesBehindThemIsNot() throws IOException {
    Map<String, JsonNode> bases = bases();
    WrittenFacts facts = new WrittenFacts(FactTables.rows("facts.tsv"));
    return FactTables.rows("broken.tsv").stream()
        .filter(row -> !SUMS.contains(row[0]))
        .filter(row -> facts.smallest(row[0]).isPresent() || facts.largest(row[0]).isPresent())
        .map(row -> DynamicTest.dynamicTest(row[0], () -> assertLimits(facts, row, bases)));
  }

  private static void assertLimits(WrittenFacts facts, String[] row, Map<String, JsonNode> bases) {
    String fact = row[0];
    facts
        .smallest(fact)
        .ifPresent(
            from -> {
              assertEquals(false, isTold(row, from, bases), from + " is fine");
              // 0 may be the same as nothing at all, of which another fact tells.
              long below = from == 1 && !isTold(row, 0, bases) ? -1 : from - 1;
              assertEquals(true, isTold(row, below, bases), below + " is too small");
            });
    facts
        .largest(fact)
        .ifPresent(
            to -> {
              assertEquals(false, isTold(row, to, bases), to + " is fine");
              assertEquals(true, isTold(row, to + 1, bases), to + 1 + " is too large");
            });
  }

  /** Whether the fact is told once the last change has another size. */
  private static boolean isTold(String[] row, long size, Map<String, JsonNode> bases) {
    JsonNode object = bases.get(row[1]).deepCopy();
    int arrow = List.of(row).indexOf("=>");
    for (String change : List.of(row).subList(2, arrow - 1)) {
      Change.parse(change).apply(object);
    }
    Optional<Change> last = Change.parse(row[arrow - 1]).sized(size);
    Assumptions.assumeTrue(last.isPresent(), "no size to change: " + row[arrow - 1]);
    last.get().apply(object);
    return FactBreaker.refusals(object).stream().anyMatch(it -> it.fact().equals(row[0]));
  }

  @Test
  void everyFactThatIsToldIsBroken() throws IOException {
    Set<String> open = new TreeSet<>();
    FactTables.rows("facts.tsv").forEach(row -> open.add(row[0]));
    open.retainAll(Kinds.facts());
    FactTables.rows("broken.tsv").forEach(row -> open.remove(row[0]));
    Set<String> known = new TreeSet<>();
    FactTables.rows("unbroken.tsv").forEach(row -> known.add(row[0]));
    assertEquals(known, open);
  }

  @Test
  @EnabledIfSystemProperty(named = "broken.update", matches = "true")
  void lookForSmallerOnes() throws IOException {
    FactBreaker breaker = new FactBreaker(new WrittenFacts(FactTables.rows("facts.tsv")));
    long seed = Long.getLong("seed", 1);
    Map<String, JsonNode> bases = bases();
    for (String[] row : FactTables.rows("broken.tsv")) {
      int arrow = List.of(row).indexOf("=>");
      breaker.tryOut(row[1], bases.get(row[1]), changes(List.of(row).subList(2, arrow)));
    }
    for (String[] hint : FactTables.rows("hints.tsv")) {
      List<String> changes = List.of(hint).subList(1, hint.length);
      breaker.tryOut(hint[0], bases.get(hint[0]), changes(changes));
    }
    if (!Boolean.getBoolean("broken.hints")) {
      breaker.search(bases, new Random(seed));
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Fact, object of bases.yaml, changes, and what the server says then: found by search.");
    breaker.found().forEach((fact, broken) -> lines.add(fact + "\t" + broken));
    Files.write(FOLDER.resolve("broken.tsv"), lines);
  }

  private static List<Change> changes(List<String> lines) {
    return lines.stream().map(Change::parse).toList();
  }

  private static Map<String, JsonNode> bases() throws IOException {
    Map<String, JsonNode> bases = new LinkedHashMap<>();
    for (Manifest manifest :
        new SourceReader(ReadOptions.standard())
            .readText("bases.yaml", text("bases.yaml"))
            .manifests()) {
      String name = manifest.id().kind() + "/" + manifest.id().name();
      bases.put(name, Objects.JSON.readTree(Objects.json(manifest.root())));
    }
    return bases;
  }

  private static String text(String name) throws IOException {
    try (InputStream in = BrokenFactsTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
