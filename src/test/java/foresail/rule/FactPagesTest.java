package foresail.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.validation.FactTables;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every fact about the server's validation has a page that names it, or all that begin like it. */
final class FactPagesTest {
  private static final Set<String> NO_REFUSALS = Set.of("Accepted", "Admission", "BadRequest");

  @Test
  void everyFactBelongsToARule() throws IOException {
    RuleSet rules = RuleSet.builtIn();
    Set<String> leftOut = new HashSet<>();
    FactTables.rows("left-out.tsv").forEach(row -> leftOut.add(row[0]));
    Set<String> without = new TreeSet<>();
    for (String[] row : FactTables.rows("facts.tsv")) {
      boolean told = !leftOut.contains(row[0]) && !leftOut.contains("group " + row[1]);
      if (told && !NO_REFUSALS.contains(row[2]) && rules.ofFact(row[0]).isEmpty()) {
        without.add(row[0]);
      }
    }
    for (String[] row : FactTables.rows("beyond.tsv")) {
      if (rules.ofFact(row[0]).isEmpty()) {
        without.add(row[0]);
      }
    }
    assertEquals(Set.of(), without);
  }

  @Test
  void whatPagesSayOfSingleFactsIsAboutTheirOwn() throws IOException {
    RuleSet rules = RuleSet.builtIn();
    List<String> facts =
        Stream.of(FactTables.rows("facts.tsv"), FactTables.rows("beyond.tsv"))
            .flatMap(List::stream)
            .map(row -> row[0])
            .toList();
    Set<String> ofNoFact = new TreeSet<>();
    for (Rule rule : rules.all()) {
      RulePage page = RulePage.of(rule.id());
      for (String pattern : page.about().keySet()) {
        boolean used =
            facts.stream()
                .filter(fact -> rules.ofFact(fact).filter(rule::equals).isPresent())
                .anyMatch(
                    fact -> page.about(fact).filter(page.about().get(pattern)::equals).isPresent());
        if (!used) {
          ofNoFact.add(rule.id() + ": " + pattern);
        }
      }
    }
    assertEquals(Set.of(), ofNoFact);
  }
}
