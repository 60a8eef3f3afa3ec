package foresail.rule;

import foresail.finding.Severity;
import foresail.model.KubernetesObject;
import java.util.Optional;

/** A rule that takes part in a run, with its condition ready to use. */
final class ActiveRule {
  private final Rule rule;
  private final Severity severity;
  private final boolean chosen;
  private final Each each;
  private final Optional<Check> check;
  private final Optional<RunCheck> runCheck;

  /**
   * @param chosen whether the user chose the severity
   * @throws IllegalStateException where the class that the rule names is no check
   */
  ActiveRule(Rule rule, Rule.Evaluation.ByCheck by, Severity severity, boolean chosen) {
    this.rule = rule;
    this.severity = severity;
    this.chosen = chosen;
    this.each = by.each();
    Object made = instance(by.className());
    check = each.isRun() ? Optional.empty() : Optional.of(Check.class.cast(made));
    runCheck = each.isRun() ? Optional.of(RunCheck.class.cast(made)) : Optional.empty();
  }

  private Object instance(String className) {
    try {
      return Class.forName("foresail.rule.check." + className)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("rule " + rule.id() + ": no check " + className, e);
    }
  }

  /** A rule with a condition that is no class of its own. */
  ActiveRule(Rule rule, Each each, Check condition, Severity severity, boolean chosen) {
    this.rule = rule;
    this.severity = severity;
    this.chosen = chosen;
    this.each = each;
    check = Optional.of(condition);
    runCheck = Optional.empty();
  }

  Each each() {
    return each;
  }

  void lookAt(KubernetesObject object, Scope scope) {
    try {
      check.orElseThrow().check(object, scope);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "rule " + rule.id() + " failed at " + object.manifest().id() + ", " + object.span(), e);
    }
    scope.collect(rule, severity, chosen);
  }

  void lookAtAll(Scope scope) {
    try {
      runCheck.orElseThrow().check(scope);
    } catch (RuntimeException e) {
      throw new IllegalStateException("rule " + rule.id() + " failed", e);
    }
    scope.collect(rule, severity, chosen);
  }
}
