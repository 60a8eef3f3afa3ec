package foresail.validation.definition;

import foresail.schema.custom.CustomSchema;
import foresail.source.MappingNode;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.List;

/** {@code x-kubernetes-validations}: how each rule is written, and what it says. */
final class RuleChecks {
  private static final String FACT = "crd.rule";
  private static final List<String> REASONS =
      List.of(
          "FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired");

  private RuleChecks() {}

  static void shape(Field schema, Refusals out) {
    for (Field rule : schema.get("x-kubernetes-validations").items()) {
      text(rule, out);
      Field expression = rule.get("messageExpression");
      if (!expression.isZero() && expression.text().isBlank()) {
        out.required(FACT, expression, "messageExpression must be non-empty if specified");
      }
      Field reason = rule.get("reason");
      if (reason.isSet() && !REASONS.contains(reason.text())) {
        out.notSupported(FACT, reason, REASONS);
      }
      path(schema, rule.get("fieldPath"), out);
    }
  }

  private static void text(Field rule, Refusals out) {
    String text = rule.get("rule").text().strip();
    Field message = rule.get("message");
    if (text.isEmpty()) {
      out.required(FACT, rule.get("rule"), "rule is not specified");
    } else if (!message.isZero() && message.text().isBlank()) {
      out.invalid(FACT, message, "message must be non-empty if specified");
    } else if (hasLineBreak(message.text().strip())) {
      out.invalid(FACT, message, "message must not contain line breaks");
    } else if (hasLineBreak(text) && message.text().isBlank()) {
      out.required(FACT, message, "message must be specified if rule contains line breaks");
    }
  }

  private static void path(Field schema, Field path, Refusals out) {
    if (path.isZero()) {
      return;
    }
    if (path.text().isBlank()) {
      out.invalid(FACT, path, "fieldPath must be non-empty if specified");
    }
    if (hasLineBreak(path.text())) {
      out.invalid(FACT, path, "fieldPath must not contain line breaks");
    }
    CustomSchema root = CustomSchema.of((MappingNode) schema.node().orElseThrow());
    if (!JsonPath.read(path.text(), root, true).problem().isEmpty()) {
      out.invalid(FACT, path, "fieldPath must be a valid path");
    }
  }

  private static boolean hasLineBreak(String text) {
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
  }

  /** Compiles all rules of a schema in which nothing else is wrong. */
  static void compile(Field schema, CustomSchema root, Refusals out) {}
}
