package foresail.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.finding.Finding;
import foresail.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every example of every rule: a line marked {@code # finding} carries a finding of the rule, and
 * no other line does.
 */
final class RuleExamplesTest {
  private static final String MARK = "# finding";

  @TempDir private Path examples;

  @TestFactory
  Stream<DynamicTest> examples() {
    return RuleSet.builtIn().all().stream()
        .flatMap(
            rule ->
                RulePage.of(rule.id()).examples().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                rule.id() + ": " + example.name(),
                                () -> assertFoundWhereMarked(rule, example))));
  }

  @Test
  void everyRuleHasAnExampleThatItFinds() {
    Set<String> without = new TreeSet<>();
    for (Rule rule : RuleSet.builtIn().all()) {
      boolean shown =
          RulePage.of(rule.id()).examples().stream()
              .flatMap(example -> example.files().values().stream())
              .anyMatch(text -> text.contains(MARK));
      if (!shown) {
        without.add(rule.id());
      }
    }
    // No text can show a file that cannot be opened.
    without.remove("unreadable-file");
    assertEquals(Set.of(), without);
  }

  @Test
  void theIndexSaysWhatTheFilesSay() throws IOException {
    List<Rule> rules = RuleSet.parse(RuleCompiler.compile(Path.of("rules"))).all();
    assertEquals(rules, RuleSet.builtIn().all());
    assertTrue(rules.size() > 20);
  }

  private void assertFoundWhereMarked(Rule rule, RulePage.Example example) throws IOException {
    // Whether a suppression is of use shows only when all rules run.
    List<String> only = rule.id().equals(Suppressions.UNUSED) ? List.of() : List.of(rule.id());
    var options = new RuleOptions(only, List.of(), Map.of(), example.closedWorld(), List.of());
    Set<String> found = new TreeSet<>();
    Path folder = Files.createTempDirectory(examples, "example");
    for (Finding finding : Examples.findings(folder, example.files(), example.from(), options)) {
      if (finding.ruleId().equals(rule.id())) {
        Span span = finding.primary().span();
        String name = folder.relativize(Path.of(span.file().path())).toString();
        found.add(name + ":" + span.line() + ": " + span.file().line(span.line()));
      }
    }
    Set<String> marked = new TreeSet<>();
    example
        .files()
        .forEach(
            (name, text) -> {
              int number = 0;
              for (String line : text.split("\n", -1)) {
                number++;
                if (line.endsWith(MARK)) {
                  marked.add(name + ":" + number + ": " + line);
                }
              }
            });
    assertEquals(marked, found);
  }
}
