package foresail.rule;

import foresail.finding.Finding;
import foresail.finding.Fix;
import foresail.finding.Label;
import foresail.finding.Reason;
import foresail.finding.Refusal;
import foresail.finding.Severity;
import foresail.finding.Subject;
import java.util.Optional;

/** Turns what the API server would say into findings of the rules that explain it. */
final class RefusalRules {
  private final RuleSet rules;
  private final RuleOptions options;

  private final Pages pages;

  RefusalRules(RuleSet rules, RuleOptions options, Pages pages) {
    this.rules = rules;
    this.options = options;
    this.pages = pages;
  }

  /** Empty where the user does not want the rule. */
  Optional<Finding> finding(Refused refused) {
    Refusal refusal = refused.refusal();
    Optional<Rule> rule =
        rules.ofFact(refusal.fact()).or(() -> rules.find(generic(refusal.reason())));
    if (rule.isEmpty()) {
      throw new IllegalStateException("no rule for " + refusal.fact());
    }
    Optional<Severity> severity = options.severity(rule.get());
    if (severity.isEmpty()) {
      return Optional.empty();
    }
    Optional<RulePage.About> about = pages.of(rule.get().id()).about(refusal.fact());
    Optional<Fix> fix = refusal.fix().or(() -> about.flatMap(RulePage.About::fix).map(Fix::advice));
    return severity.map(
        wanted ->
            new Finding(
                rule.get().id(),
                rule.get().category(),
                wanted,
                message(refusal),
                Label.at(refusal.span()),
                refusal.related(),
                about.flatMap(RulePage.About::why),
                fix,
                Optional.of(Subject.of(refused.manifest(), refusal.path())),
                Optional.of(refusal.reason())));
  }

  private static String message(Refusal refusal) {
    return refusal.path().isEmpty() ? refusal.message() : refusal.path() + ": " + refusal.message();
  }

  /** The rule for facts that have none of their own. */
  private static String generic(Reason reason) {
    return switch (reason) {
      case REQUIRED -> "required-value";
      case INVALID, TYPE_INVALID, INTERNAL_ERROR -> "invalid-value";
      case NOT_SUPPORTED -> "unsupported-value";
      case FORBIDDEN -> "forbidden-value";
      case DUPLICATE -> "duplicate-value";
      case TOO_LONG -> "value-too-long";
      case TOO_MANY -> "too-many-values";
      case NOT_FOUND -> "value-not-found";
      case BAD_REQUEST -> "wrong-type";
      case NO_MATCH -> "unknown-kind";
    };
  }
}
