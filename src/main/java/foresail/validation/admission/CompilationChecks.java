package foresail.validation.admission;

import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;

import foresail.cel.AdmissionCompiler;
import foresail.cel.Compilation;
import foresail.notation.Utf8;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import java.util.function.Function;

/**
 * Whether expressions compile, and to what type
 * (pkg/apis/admissionregistration/validation/validation.go, v1.36).
 */
final class CompilationChecks {
  private static final int MOST_ANNOTATION_BYTES = 5120;

  private CompilationChecks() {}

  /** {@code webhooks[*].matchConditions}, which know no parameters. */
  static final Check WEBHOOK_CONDITIONS =
      object(
          ifSet(),
          rule(
              (conditions, out) ->
                  conditions(conditions, new AdmissionCompiler(out.release(), false, false), out),
              "webhook.matchConditions.expression"));

  /** The {@code spec} of a ValidatingAdmissionPolicy. */
  static final Check VALIDATING =
      rule(
          CompilationChecks::validating,
          "webhook.matchConditions.expression",
          "vap.variables.expression",
          "vap.validations.expression",
          "vap.validations.messageExpression",
          "vap.auditAnnotations.valueExpression");

  /** The {@code spec} of a MutatingAdmissionPolicy. */
  static final Check MUTATING =
      rule(
          CompilationChecks::mutating,
          "webhook.matchConditions.expression",
          "vap.variables.expression",
          "map.mutation.expression");

  private static void validating(Field spec, Refusals out) {
    AdmissionCompiler compiler = compiler(spec, false, out);
    conditions(spec.get("matchConditions"), compiler, out);
    variables(spec.get("variables"), compiler, out);
    for (Field validation : spec.get("validations").items()) {
      compile(
          "vap.validations.expression", validation.get("expression"), compiler::validation, out);
      compile(
          "vap.validations.messageExpression",
          validation.get("messageExpression"),
          compiler::message,
          out);
    }
    for (Field annotation : spec.get("auditAnnotations").items()) {
      Field value = annotation.get("valueExpression");
      if (Utf8.length(value.text().trim()) <= MOST_ANNOTATION_BYTES) {
        compile(
            "vap.auditAnnotations.valueExpression",
            value,
            text -> compiler.annotation(text.trim()),
            out);
      }
    }
  }

  private static void mutating(Field spec, Refusals out) {
    AdmissionCompiler compiler = compiler(spec, true, out);
    conditions(spec.get("matchConditions"), compiler, out);
    variables(spec.get("variables"), compiler, out);
    for (Field mutation : spec.get("mutations").items()) {
      switch (mutation.get("patchType").text()) {
        case "ApplyConfiguration" ->
            compile(
                "map.mutation.expression",
                mutation.at("applyConfiguration", "expression"),
                compiler::applyConfiguration,
                out);
        case "JSONPatch" ->
            compile(
                "map.mutation.expression",
                mutation.at("jsonPatch", "expression"),
                compiler::jsonPatch,
                out);
        default -> {}
      }
    }
  }

  private static AdmissionCompiler compiler(Field spec, boolean patches, Refusals out) {
    AdmissionCompiler compiler =
        new AdmissionCompiler(out.release(), spec.get("paramKind").isSet(), patches);
    if (spec.get("variables").size() > 0) {
      compiler.compose();
    }
    return compiler;
  }

  /** The server cuts blanks off before it compiles these. */
  private static void conditions(Field conditions, AdmissionCompiler compiler, Refusals out) {
    for (Field condition : conditions.items()) {
      Field expression = condition.get("expression");
      String text = expression.text().trim();
      if (!text.isEmpty()) {
        tell("webhook.matchConditions.expression", expression, text, compiler.condition(text), out);
      }
    }
  }

  /** A variable without expression is not known to those that follow; all others are. */
  private static void variables(Field variables, AdmissionCompiler compiler, Refusals out) {
    for (Field variable : variables.items()) {
      compile(
          "vap.variables.expression",
          variable.get("expression"),
          text -> compiler.variable(variable.get("name").text(), text),
          out);
    }
  }

  private static void compile(
      String fact, Field expression, Function<String, Compilation> compiler, Refusals out) {
    String text = expression.text();
    if (!text.isBlank()) {
      tell(fact, expression, text, compiler.apply(text), out);
    }
  }

  private static void tell(
      String fact, Field expression, String text, Compilation compilation, Refusals out) {
    if (compilation.isRefused()) {
      out.invalid(fact, expression, GoValues.quoted(text), compilation.refusal());
    }
  }
}
