package foresail.policy;

import foresail.cel.AdmissionCompiler;
import foresail.cel.Compilation;
import foresail.cel.Expression;
import foresail.model.KubernetesObject;
import foresail.source.Node;
import foresail.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ValidatingAdmissionPolicy with its expressions compiled.
 *
 * @param failOnError whether an expression that fails refuses the object
 * @param params the type of its parameters, of which none may be bound
 */
record ValidatingPolicy(
    KubernetesObject object,
    boolean failOnError,
    MatchRules match,
    Optional<ParamKind> params,
    List<Expression> conditions,
    Map<String, Expression> variables,
    List<Demand> demands) {
  /** A type of objects that policies take as parameters. */
  record ParamKind(String apiVersion, String kind) {}

  /**
   * One of its validations.
   *
   * @param place where the expression stands
   * @param reason of the server's answer
   * @param message without blanks around it; may be empty
   */
  record Demand(
      Expression expression,
      Span place,
      String reason,
      String message,
      Optional<Expression> messageExpression) {}

  /**
   * Empty where an expression does not compile.
   *
   * @param release the server's minor version
   */
  static Optional<ValidatingPolicy> of(KubernetesObject object, int release) {
    Node spec = object.node().get("spec").orElse(object.node());
    Optional<ParamKind> params =
        spec.get("paramKind")
            .map(
                kind ->
                    new ParamKind(
                        kind.string("apiVersion").orElse(""), kind.string("kind").orElse("")));
    AdmissionCompiler compiler = new AdmissionCompiler(release, params.isPresent(), false);
    List<Compilation> all = new ArrayList<>();
    List<Expression> conditions = new ArrayList<>();
    for (Node condition : Labels.items(spec.get("matchConditions"))) {
      compiled(compiler.condition(text(condition, "expression").trim()), all)
          .ifPresent(conditions::add);
    }
    Map<String, Expression> variables = variables(spec, compiler, all);
    List<Demand> demands = new ArrayList<>();
    for (Node validation : Labels.items(spec.get("validations"))) {
      compiled(compiler.validation(text(validation, "expression")), all)
          .ifPresent(expression -> demands.add(demand(validation, expression, compiler, all)));
    }
    return all.stream().anyMatch(Compilation::isRefused)
        ? Optional.empty()
        : Optional.of(
            new ValidatingPolicy(
                object,
                !spec.string("failurePolicy").orElse("Fail").equals("Ignore"),
                MatchRules.of(spec.get("matchConstraints")),
                params,
                conditions,
                variables,
                demands));
  }

  private static Map<String, Expression> variables(
      Node spec, AdmissionCompiler compiler, List<Compilation> all) {
    Map<String, Expression> variables = new LinkedHashMap<>();
    List<Node> declared = Labels.items(spec.get("variables"));
    if (!declared.isEmpty()) {
      compiler.compose();
    }
    for (Node variable : declared) {
      String name = text(variable, "name");
      compiled(compiler.variable(name, text(variable, "expression")), all)
          .ifPresent(expression -> variables.put(name, expression));
    }
    return variables;
  }

  private static Demand demand(
      Node validation, Expression expression, AdmissionCompiler compiler, List<Compilation> all) {
    String message = text(validation, "messageExpression");
    return new Demand(
        expression,
        validation.get("expression").orElse(validation).span(),
        validation.string("reason").orElse("Invalid"),
        text(validation, "message").trim(),
        message.isBlank() ? Optional.empty() : compiled(compiler.message(message), all));
  }

  private static Optional<Expression> compiled(Compilation compilation, List<Compilation> all) {
    all.add(compilation);
    return compilation.expression();
  }

  private static String text(Node node, String field) {
    return node.string(field).orElse("");
  }
}
