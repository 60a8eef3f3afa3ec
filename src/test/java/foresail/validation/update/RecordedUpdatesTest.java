package foresail.validation.update;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.finding.Refusal;
import foresail.schema.Objects;
import foresail.schema.Release;
import foresail.source.Manifest;
import foresail.validation.Validation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * updates.tsv: which object was applied over which, by their numbers in mutants.jsonl, and what
 * kubectl's three-way merge and the update functions of Kubernetes 1.36.3 say of it.
 */
final class RecordedUpdatesTest {
  private static final Path MUTANTS = Path.of("../shared/verdicts/mutants.jsonl");

  @Test
  void refusesWhatKubernetesRefuses() throws IOException {
    Assumptions.assumeTrue(Files.exists(MUTANTS));
    Map<Integer, Manifest> objects = new HashMap<>();
    for (String line : Files.readAllLines(MUTANTS)) {
      JsonNode mutant = Objects.JSON.readTree(line);
      objects.put(mutant.path("id").intValue(), Objects.manifest(mutant.path("object")));
    }
    List<String> wrong = new ArrayList<>();
    for (String row : rows()) {
      String[] cells = row.split("\t", -1);
      Manifest was = objects.get(Integer.parseInt(cells[0]));
      Manifest now = objects.get(Integer.parseInt(cells[1]));
      String told = told(was, now);
      if (!told.equals(cells[2])) {
        wrong.add(was.id() + " " + row + "\n  ours: " + told);
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static String told(Manifest was, Manifest now) {
    Manifest stored = Updates.completed(was);
    Manifest updated = Updates.completed(Apply.merged(stored, now, false));
    List<Refusal> refusals =
        new ArrayList<>(UpdateValidation.refusals(stored, updated, Release.DEFAULT));
    refusals.addAll(
        KeptDefaults.refusals(now, List.of(), Validation.refusals(updated, Release.DEFAULT)));
    var told = new TreeSet<String>();
    refusals.forEach(refusal -> told.add(refusal.reason().word() + " " + refusal.path()));
    return String.join(", ", told);
  }

  private static List<String> rows() throws IOException {
    try (InputStream in = RecordedUpdatesTest.class.getResourceAsStream("updates.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
