package foresail.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.finding.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Holds decoding against what real API servers answered to thousands of damaged objects. */
final class VerdictsTest {
  private static final Pattern UNKNOWN = Pattern.compile("unknown field \"([^\"]+)\"");
  private static final Pattern GO_FIELD = Pattern.compile("Go struct field [A-Za-z0-9]+\\.(\\S+)");

  @ParameterizedTest
  @ValueSource(strings = {"1.32", "1.33", "1.34", "1.35", "1.36", "1.37"})
  void decodingRefusesWhatTheServerCannotDecodeAndNothingElse(String name) throws IOException {
    Schema schema = Schema.of(Release.parse(name).orElseThrow());
    Map<Integer, JsonNode> answers = RecordedVerdicts.differing(name);
    List<String> wrong = new ArrayList<>();
    int undecodable = 0;
    for (JsonNode mutant : RecordedVerdicts.mutants()) {
      int id = mutant.path("id").intValue();
      // Only the answers of 1.36 and those that differ in accepting or in field errors are
      // recorded.
      boolean recorded = name.equals("1.36") || answers.containsKey(id);
      JsonNode verdict = answers.getOrDefault(id, mutant.path("verdict"));
      List<Refusal> refusals = schema.decode(Objects.manifest(mutant.path("object"))).refusals();
      undecodable += refusals.isEmpty() ? 0 : 1;
      String problem = problem(verdict, recorded, refusals);
      if (!problem.isEmpty()) {
        wrong.add(
            id
                + ": "
                + problem
                + "\n  ours "
                + refusals.stream()
                    .map(r -> r.fact() + " " + r.path() + ": " + r.message())
                    .toList());
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(undecodable > 900);
  }

  /** What is wrong with our answer; empty where it is right. */
  private static String problem(JsonNode verdict, boolean recorded, List<Refusal> refusals) {
    String message = verdict.path("message").stringValue("");
    int code = verdict.path("code").intValue(0);
    if (code == 599 || message.contains("already set in map")) {
      return "";
    }
    if (!recorded && code == 403) {
      return "";
    }
    boolean decoded = verdict.path("accepted").booleanValue() || code == 422 || code == 403;
    if (decoded != refusals.isEmpty()) {
      return decoded ? "the server decodes it" : "the server says " + message;
    }
    if (!recorded) {
      return "";
    }
    TreeSet<String> unknown = new TreeSet<>();
    for (Matcher m = UNKNOWN.matcher(message); m.find(); ) {
      unknown.add(m.group(1));
    }
    TreeSet<String> ours = new TreeSet<>();
    for (Refusal refusal : refusals) {
      if (refusal.fact().equals("decode.unknown-field")) {
        ours.add(refusal.path());
      }
    }
    if (!unknown.isEmpty() && !unknown.equals(ours)) {
      return "the server names " + unknown;
    }
    Matcher go = GO_FIELD.matcher(message);
    if (go.find() && refusals.stream().noneMatch(r -> fieldOnly(r.path()).equals(go.group(1)))) {
      return "the server says " + message;
    }
    boolean other = !decoded && unknown.isEmpty() && !message.contains("Go struct field");
    String words =
        message.replaceFirst("^.* cannot be handled as a [A-Za-z]+: ", "").replace("\"", "");
    if (other
        && refusals.stream().noneMatch(r -> r.message().replace("\"", "").startsWith(words))) {
      return "the server says " + message;
    }
    return "";
  }

  private static String fieldOnly(String path) {
    return path.replaceAll("\\[[^\\]]*]", "");
  }
}
