package foresail.policy;

import foresail.cel.Expression;
import foresail.cel.Outcome;
import foresail.cel.Values;
import foresail.source.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Evaluates a policy for one object and one parameter
 * (apiserver/pkg/admission/plugin/policy/validating/validator.go, v1.36).
 */
final class Judgement {
  private static final int LONGEST_MESSAGE = 5120;

  private final ValidatingPolicy policy;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, Object> visible;

  /** What is wrong, and the expression that finds it wrong. */
  record Objection(String reason, String message, Span place) {
    /** One that comes of a failure. */
    Objection(String message, Span place) {
      this("Invalid", message, place);
    }
  }

  Judgement(ValidatingPolicy policy, Candidate candidate, Object params) {
    this.policy = policy;
    values.put("object", candidate.values());
    values.put("oldObject", Values.NULL);
    values.put("request", AdmissionRequest.of(candidate));
    values.put("namespaceObject", candidate.namespaceValues());
    values.put("params", params);
    values.put("authorizer", Values.UNKNOWN);
    values.put("authorizer.requestResource", Values.UNKNOWN);
    Map<String, Object> known = Values.partlyKnown(values);
    values.put("variables", Values.lazy(policy.variables(), known));
    visible = Values.partlyKnown(values);
  }

  /** Empty where the policy has nothing against the object, or nobody can know. */
  Optional<Objection> objection() {
    Optional<Objection> failed = Optional.empty();
    for (Expression condition : policy.conditions()) {
      Outcome outcome = condition.evaluate(visible);
      if (outcome.isFalse() || outcome instanceof Outcome.Unknown) {
        return Optional.empty();
      }
      if (outcome instanceof Outcome.Failure failure && failed.isEmpty()) {
        failed = Optional.of(new Objection(words(condition, failure), policy.object().span()));
      }
    }
    if (failed.isPresent()) {
      return failed.filter(objection -> policy.failOnError());
    }
    for (ValidatingPolicy.Demand demand : policy.demands()) {
      Outcome outcome = demand.expression().evaluate(visible);
      if (outcome.isFalse()) {
        return Optional.of(new Objection(demand.reason(), message(demand), demand.place()));
      }
      if (outcome instanceof Outcome.Failure failure && policy.failOnError()) {
        return Optional.of(new Objection(words(demand.expression(), failure), demand.place()));
      }
    }
    return Optional.empty();
  }

  private static String words(Expression expression, Outcome.Failure failure) {
    return "expression '" + expression.text() + "' resulted in error: " + failure.message();
  }

  private String message(ValidatingPolicy.Demand demand) {
    Optional<String> evaluated =
        demand
            .messageExpression()
            .map(expression -> expression.evaluate(visible))
            .filter(outcome -> outcome instanceof Outcome.Value)
            .map(outcome -> ((Outcome.Value) outcome).value().toString().trim())
            .filter(text -> !text.isEmpty() && text.length() <= LONGEST_MESSAGE)
            .filter(text -> text.indexOf('\n') < 0 && text.indexOf('\r') < 0);
    if (evaluated.isPresent()) {
      return evaluated.get();
    }
    return demand.message().isEmpty()
        ? "failed expression: " + demand.expression().text().trim()
        : demand.message();
  }
}
