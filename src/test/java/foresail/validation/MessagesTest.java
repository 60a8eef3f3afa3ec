package foresail.validation;

import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Where a recorded server and Foresail refuse the same field for the same reason, they say so in
 * the same words, so that a search of the web finds them. {@code -Dverdicts.show=true} prints what
 * differs.
 */
final class MessagesTest {

  /**
   * 1.36: the node port that a server chooses by chance stands in three of its messages. 1.32: a
   * struct in Go's own syntax. Of other releases only those answers are recorded whose fields are
   * not those of 1.36.
   */
  private static final Map<String, Integer> MOST_DIFFERENT = Map.of("1.32", 1, "1.36", 3);

  /** Fewer would mean that nothing is compared. */
  private static final Map<String, Integer> LEAST_COMPARED =
      Map.of("1.32", 185, "1.33", 180, "1.36", 2_854, "1.37", 143);

  private int compared;
  private final List<String> different = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"1.32", "1.33", "1.34", "1.35", "1.36", "1.37"})
  void areTheServersOwn(String name) throws IOException {
    Release release = Release.parse(name).orElseThrow();
    Map<Integer, JsonNode> answers = RecordedVerdicts.differing(name);
    for (JsonNode mutant : RecordedVerdicts.mutants()) {
      JsonNode own = answers.get(mutant.path("id").intValue());
      if (own != null || release.equals(Release.DEFAULT)) {
        compare(mutant, own == null ? mutant.path("verdict") : own, release);
      }
    }
    System.out.printf(
        "%s: %d of %d messages are the server's%n", name, compared - different.size(), compared);
    if (Boolean.getBoolean("verdicts.show")) {
      different.forEach(System.out::println);
    }
    assertTrue(compared >= LEAST_COMPARED.getOrDefault(name, 1), () -> "compared " + compared);
    assertTrue(
        different.size() <= MOST_DIFFERENT.getOrDefault(name, 0),
        () -> String.join("\n", different));
  }

  private void compare(JsonNode mutant, JsonNode verdict, Release release) {
    Manifest manifest = Objects.manifest(mutant.path("object"));
    Decoded decoded = Schema.of(release).decode(manifest);
    String server = verdict.path("message").stringValue("");
    if (server.contains(" cannot be handled as a ")) {
      compareDecoding(server, decoded.refusals(), mutant.path("id").toString());
    } else if (decoded.refusals().isEmpty()) {
      var defaulted = new Manifest(manifest.id(), 0, decoded.root(), manifest.comments());
      compareCauses(verdict, Validation.refusals(defaulted, release), mutant.path("id").toString());
    }
  }

  /** The server tells of the first value that it cannot read, or of all fields unknown to it. */
  private void compareDecoding(String server, List<Refusal> ours, String id) {
    int words = server.indexOf(": ", server.indexOf(" cannot be handled as a ")) + 2;
    String expected = server.substring(words);
    List<String> told = ours.stream().map(Refusal::message).toList();
    String together = "strict decoding error: " + String.join(", ", told);
    boolean same = told.contains(expected) || together.equals(expected);
    count(same, id + "\n  server " + expected + "\n  ours   " + told);
  }

  private void compareCauses(JsonNode verdict, List<Refusal> all, String id) {
    List<Refusal> ours = new ArrayList<>(all);
    for (JsonNode cause : verdict.path("causes")) {
      String reason = cause.path("reason").stringValue("").replace("FieldValue", "");
      String field = cause.path("field").stringValue("");
      String expected = cause.path("message").stringValue("");
      List<Refusal> candidates =
          ours.stream()
              .filter(one -> one.path().equals(field) && one.reason().word().equals(reason))
              .toList();
      if (candidates.isEmpty()) {
        continue; // VerdictsTest counts these
      }
      Refusal best =
          candidates.stream()
              .filter(one -> one.message().equals(expected))
              .findFirst()
              .orElse(candidates.get(0));
      ours.remove(best);
      count(
          best.message().equals(expected),
          id + " " + field + "\n  server " + expected + "\n  ours   " + best.message());
    }
  }

  private void count(boolean same, String text) {
    compared++;
    if (!same) {
      different.add(text);
    }
  }
}
