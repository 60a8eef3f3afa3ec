package foresail.validation.admission;

import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;
import static foresail.validation.check.Values.requiredSet;
import static foresail.validation.check.Values.uniqueBy;

import foresail.notation.DnsNames;
import foresail.notation.LabelNames;
import foresail.notation.Utf8;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;

/**
 * A ValidatingAdmissionPolicy and its binding
 * (pkg/apis/admissionregistration/validation/validation.go, v1.36).
 */
public final class ValidatingPolicyChecks {
  private static final int MOST_ANNOTATIONS = 20;
  private static final int MOST_EXPRESSION_BYTES = 5120;

  private ValidatingPolicyChecks() {}

  private static final Check VALIDATION =
      object(
          field(
              "expression",
              ExpressionChecks.written(
                  "vap.validations.expression.required", "expression is not specified")),
          field(
              "messageExpression",
              ifNotZero(),
              rule(ValidatingPolicyChecks::notBlank, "vap.validations.messageExpression.blank")),
          field(
              "message",
              ifNotZero(),
              rule(
                  ValidatingPolicyChecks::message,
                  "vap.validations.message.blank",
                  "vap.validations.message.lines")),
          field(
              "reason",
              ifSet(),
              oneOf("vap.validations.reason", "Forbidden", "Invalid", "RequestEntityTooLarge")));

  private static final Check ANNOTATIONS =
      object(
          rule(ValidatingPolicyChecks::fewAnnotations, "vap.auditAnnotations.max"),
          each(
              rule(ValidatingPolicyChecks::annotationKey, "vap.auditAnnotations.key"),
              field(
                  "valueExpression",
                  rule(
                      ValidatingPolicyChecks::annotationValue,
                      "vap.auditAnnotations.valueExpression.required",
                      "vap.auditAnnotations.valueExpression.length"))),
          uniqueBy("vap.auditAnnotations.key.duplicate", "key"));

  /** What policies of both sorts share. */
  static final Check COMMON =
      object(
          field("failurePolicy", ifSet(), oneOf("vap.failurePolicy", "Fail", "Ignore")),
          field("paramKind", ParamChecks.KIND),
          field("matchConditions", ExpressionChecks.MATCH_CONDITIONS),
          field("variables", ExpressionChecks.VARIABLES),
          field(
              "matchConstraints",
              requiredSet("vap.matchConstraints.required", ""),
              AdmissionRuleChecks.MATCH,
              field("resourceRules", required("vap.matchConstraints.resourceRules"))));

  public static final Check POLICY =
      object(
          MetadataChecks.clusterScopedWithAnyFinalizer(DnsNames::subdomain),
          field(
              "spec",
              COMMON,
              rule(ValidatingPolicyChecks::something, "vap.none"),
              field("validations", each(VALIDATION)),
              field("auditAnnotations", ANNOTATIONS),
              CompilationChecks.VALIDATING));

  public static final Check BINDING =
      object(
          MetadataChecks.clusterScopedWithAnyFinalizer(DnsNames::subdomain),
          field(
              "spec",
              PolicyBindings.COMMON,
              field(
                  "validationActions",
                  required(
                      "vapb.validationActions.required",
                      "at least one validation action is required"),
                  each(oneOf("vapb.validationActions", "Audit", "Deny", "Warn")),
                  uniqueBy("vapb.validationActions.duplicate", ""),
                  rule(ValidatingPolicyChecks::denyAndWarn, "vapb.validationActions.deny-warn"))));

  private static void something(Field spec, Refusals out) {
    Field validations = spec.get("validations");
    Field annotations = spec.get("auditAnnotations");
    if (validations.size() == 0 && annotations.size() == 0) {
      String words = "validations or auditAnnotations must contain at least one item";
      out.required("vap.none", validations, words);
      out.required("vap.none", annotations, words);
    }
  }

  private static void notBlank(Field expression, Refusals out) {
    if (expression.text().isBlank()) {
      out.invalid(
          "vap.validations.messageExpression.blank", expression, "must be non-empty if specified");
    }
  }

  private static void message(Field message, Refusals out) {
    String text = message.text().trim();
    if (text.isEmpty()) {
      out.invalid("vap.validations.message.blank", message, "must be non-empty if specified");
    } else if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      out.invalid("vap.validations.message.lines", message, "must not contain line breaks");
    }
  }

  private static void fewAnnotations(Field annotations, Refusals out) {
    if (annotations.size() > MOST_ANNOTATIONS) {
      out.invalid(
          "vap.auditAnnotations.max", annotations, "must not have more than 20 auditAnnotations");
    }
  }

  /** The annotation's key on the audit event begins with the policy's name. */
  private static void annotationKey(Field annotation, Refusals out) {
    Field policy = annotation.parent().parent().parent().at("metadata", "name");
    Field key = annotation.get("key");
    String whole = policy.text() + "/" + key.text();
    Names.tell("vap.auditAnnotations.key", key, whole, LabelNames.qualifiedName(whole), out);
  }

  private static void annotationValue(Field value, Refusals out) {
    if (value.text().isBlank()) {
      out.required(
          "vap.auditAnnotations.valueExpression.required",
          value,
          "valueExpression is not specified");
    } else if (Utf8.length(value.text()) > MOST_EXPRESSION_BYTES) {
      out.required(
          "vap.auditAnnotations.valueExpression.length",
          value,
          "must not exceed 5120 bytes in length");
    }
  }

  private static void denyAndWarn(Field actions, Refusals out) {
    boolean deny = false;
    boolean warn = false;
    for (Field action : actions.items()) {
      deny |= action.is("Deny");
      warn |= action.is("Warn");
    }
    if (deny && warn) {
      out.invalid(
          "vapb.validationActions.deny-warn",
          actions,
          "must not contain both Deny and Warn (repeating the same validation failure information"
              + " in the API response and headers serves no purpose)");
    }
  }
}
