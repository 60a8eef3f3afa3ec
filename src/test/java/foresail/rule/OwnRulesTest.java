package foresail.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.finding.Finding;
import foresail.finding.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that a user writes: an expression in CEL for each object or container. */
final class OwnRulesTest {
  private static final String TEAM =
      """
      id: team-label
      severity: error
      summary: a Deployment needs the label team
      why: Nobody knows whom to ask.
      fix: add the label team
      each: Deployment
      require: has(self.metadata.labels) && 'team' in self.metadata.labels
      at: metadata
      """;

  private static final String REGISTRY =
      """
      id: our-registry
      summary: the image is not from our registry
      why: Other registries may be gone tomorrow.
      each: container
      require: self.image.startsWith('registry.example.com/') || object.kind == 'Job'
      at: image
      """;

  private static final String WEB =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            initContainers: [{name: wait, image: "registry.example.com/wait:1"}]
            containers: [{name: web, image: "web:1.4"}]
      """;

  @TempDir Path folder;

  @Test
  void tellsWhatIsNotTrue() throws IOException {
    List<Finding> findings = findings(WEB, RuleOptions.STANDARD.severities(), TEAM, REGISTRY);
    assertEquals(
        List.of(
            "team-label ERROR 3: Deployment \"web\": a Deployment needs the label team",
            "our-registry WARNING 10: container \"web\" of Deployment \"web\": the image is not"
                + " from our registry"),
        findings.stream()
            .map(
                it ->
                    it.ruleId()
                        + " "
                        + it.severity()
                        + " "
                        + it.primary().span().line()
                        + ": "
                        + it.message())
            .toList());
    assertEquals("Nobody knows whom to ask.", findings.get(0).why().orElseThrow());
    assertEquals("add the label team", findings.get(0).fix().orElseThrow().description());
  }

  @Test
  void saysNothingWhereItIsTrue() throws IOException {
    String fine = WEB.replace("{name: web}\nspec", "{name: web, labels: {team: a}}\nspec");
    assertEquals(List.of(), findings(fine, Map.of(), TEAM));
    assertEquals(
        List.of(),
        findings(WEB.replace("\"web:", "\"registry.example.com/web:"), Map.of(), REGISTRY));
  }

  @Test
  void takesAFailureForAFinding() throws IOException {
    String rule = TEAM.replaceFirst("require: .*", "require: self.metadata.labels.team != ''");
    List<Finding> findings = findings(WEB, Map.of(), rule);
    assertTrue(findings.get(0).message().endsWith(" (no such key: labels)"));
  }

  @Test
  void canBeSwitchedAndSuppressedAsAnyOther() throws IOException {
    assertEquals(
        Severity.NOTE,
        findings(WEB, Map.of("team-label", Optional.of(Severity.NOTE)), TEAM).get(0).severity());
    assertEquals(List.of(), findings(WEB, Map.of("team-label", Optional.empty()), TEAM));
    String ignored =
        WEB.replace(
            "metadata: {name: web}\n", "metadata: {name: web} # foresail: ignore[team-label]\n");
    assertEquals(List.of(), findings(ignored, Map.of(), TEAM));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "severity: error -> severity: bad -> no severity: bad",
        "each: Deployment -> every: Deployment -> no key of a rule: every",
        "id: team-label -> id: crash-loop -> there is a rule crash-loop already",
        "require: has( -> require: hasx( -> require: compilation failed",
        "summary: a -> why: a -> summary is missing",
      })
  void saysWhatIsWrongWithARule(String from, String to, String words) {
    Path file = write("rule.yaml", TEAM.replace(from, to));
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> OwnRules.read(List.of(file)));
    assertTrue(wrong.getMessage().contains(words), wrong::getMessage);
  }

  private List<Finding> findings(
      String manifest, Map<String, Optional<Severity>> severities, String... rules)
      throws IOException {
    for (int i = 0; i < rules.length; i++) {
      write("rule" + i + ".yaml", rules[i]);
    }
    OwnRules own = OwnRules.read(List.of(folder.resolve("rules")));
    var options = new RuleOptions(List.of(), List.of(), severities, false, List.of(), own);
    return Examples.findings(folder, Map.of("web.yaml", manifest), options).stream()
        .filter(
            finding -> own.all().stream().anyMatch(it -> it.rule().id().equals(finding.ruleId())))
        .toList();
  }

  private Path write(String name, String text) {
    try {
      Path file = folder.resolve("rules").resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
