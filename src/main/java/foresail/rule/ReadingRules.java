package foresail.rule;

import foresail.finding.Edit;
import foresail.finding.Finding;
import foresail.finding.Fix;
import foresail.finding.Label;
import foresail.finding.Severity;
import foresail.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what was wrong with the texts themselves into findings of the rules that it names. */
final class ReadingRules {
  private final RuleSet rules;
  private final RuleOptions options;

  ReadingRules(RuleSet rules, RuleOptions options) {
    this.rules = rules;
    this.options = options;
  }

  /** Empty where the user does not want the rule. */
  Optional<Finding> finding(Problem problem) {
    Rule rule =
        rules
            .find(problem.ruleId())
            .orElseThrow(() -> new IllegalStateException("no rule " + problem.ruleId()));
    Optional<Severity> severity = options.severity(rule);
    return severity.map(
        wanted ->
            new Finding(
                rule.id(),
                rule.category(),
                wanted,
                problem.message(),
                label(problem.at()),
                related(problem),
                Optional.empty(),
                problem.repair().map(ReadingRules::fix),
                Optional.empty(),
                Optional.empty()));
  }

  private static Label label(Problem.Place place) {
    return new Label(place.span(), place.message());
  }

  private static List<Label> related(Problem problem) {
    List<Label> labels = new ArrayList<>();
    problem.related().forEach(place -> labels.add(label(place)));
    return labels;
  }

  private static Fix fix(Problem.Repair repair) {
    List<Edit> edits = new ArrayList<>();
    repair.replacements().forEach(one -> edits.add(new Edit(one.span(), one.text())));
    return new Fix(repair.description(), edits);
  }
}
