package foresail.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.finding.Refusal;
import foresail.schema.Decoded;
import foresail.schema.Objects;
import foresail.schema.RecordedVerdicts;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.source.Manifest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Holds validation against what real API servers answered to thousands of damaged objects. */
final class VerdictsTest {

  private final List<String> wrong = new ArrayList<>();
  private int falselyRefused;
  private int refused;
  private int missed;
  private int exact;

  @ParameterizedTest
  @ValueSource(strings = {"1.32", "1.33", "1.34", "1.35", "1.36", "1.37"})
  void refusesWhatTheServerRefuses(String name) throws IOException {
    Release release = Release.parse(name).orElseThrow();
    Map<Integer, JsonNode> answers = RecordedVerdicts.differing(name);
    for (JsonNode mutant : RecordedVerdicts.mutants()) {
      int id = mutant.path("id").intValue();
      compare(mutant, answers.getOrDefault(id, mutant.path("verdict")), release);
    }
    System.out.printf(
        "%s: falsely refused %d; refused %d, missed %d, exact %d%n",
        name, falselyRefused, refused, missed, exact);
    if (Boolean.getBoolean("verdicts.show")) {
      wrong.forEach(System.out::println);
    }
    assertEquals(0, falselyRefused, () -> String.join("\n", wrong));
    assertEquals(0, missed, () -> String.join("\n", wrong));
    assertEquals(refused, exact, () -> String.join("\n", wrong));
  }

  private void compare(JsonNode mutant, JsonNode verdict, Release release) {
    Manifest manifest = Objects.manifest(mutant.path("object"));
    Decoded decoded = Schema.of(release).decode(manifest);
    if (!decoded.refusals().isEmpty() || !isComparable(manifest, verdict)) {
      return;
    }
    Set<String> want = new TreeSet<>();
    for (JsonNode cause : verdict.path("causes")) {
      String reason = cause.path("reason").stringValue("").replace("FieldValue", "");
      want.add(reason + " " + cause.path("field").stringValue(""));
    }
    Set<String> have = new TreeSet<>();
    Manifest defaulted = new Manifest(manifest.id(), 0, decoded.root(), manifest.comments());
    for (Refusal refusal : Validation.refusals(defaulted, release)) {
      have.add(refusal.reason().word() + " " + refusal.path());
    }
    if (want.isEmpty()) {
      falselyRefused += have.isEmpty() ? 0 : 1;
    } else {
      refused++;
      missed += have.isEmpty() ? 1 : 0;
      exact += have.equals(want) ? 1 : 0;
    }
    if (!want.equals(have)) {
      wrong.add(
          mutant.path("id") + " " + manifest.id() + "\n  server " + want + "\n  ours   " + have);
    }
  }

  /** Whether the answer is about the object alone: taken, or refused for its fields. */
  private static boolean isComparable(Manifest manifest, JsonNode verdict) {
    boolean known = Kinds.check(manifest.id().group(), manifest.id().kind()).isPresent();
    if (verdict.path("message").stringValue("").contains("not configured")) {
      return false; // the answer depends on the cluster
    }
    boolean fields = verdict.path("code").intValue(0) == 422 && !verdict.path("causes").isEmpty();
    return known && (fields || verdict.path("accepted").booleanValue(false));
  }
}
