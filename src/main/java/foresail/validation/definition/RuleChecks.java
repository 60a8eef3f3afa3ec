package foresail.validation.definition;

import foresail.finding.Reason;
import foresail.schema.custom.CustomSchema;
import foresail.source.MappingNode;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import foresail.validation.custom.JsonPath;
import foresail.validation.custom.Rule;
import foresail.validation.custom.RuleTree;
import java.util.List;

/** {@code x-kubernetes-validations}: how each rule is written, and what it says. */
final class RuleChecks {
  private static final String FACT = "crd.rule";
  private static final List<String> REASONS =
      List.of(
          "FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired");

  private final List<String> flawed;
  private final Refusals out;

  private RuleChecks(List<String> flawed, Refusals out) {
    this.flawed = flawed;
    this.out = out;
  }

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
      out.invalid(FACT, message, "must be non-empty if specified");
    } else if (hasLineBreak(message.text().strip())) {
      out.invalid(FACT, message, "must not contain line breaks");
    } else if (hasLineBreak(text) && message.text().isBlank()) {
      out.required(FACT, message, "message must be specified if rule contains line breaks");
    }
  }

  private static void path(Field schema, Field path, Refusals out) {
    if (path.isZero()) {
      return;
    }
    if (path.text().isBlank()) {
      out.invalid(FACT, path, "must be non-empty if specified");
    }
    if (hasLineBreak(path.text())) {
      out.invalid(FACT, path, "must not contain line breaks");
    }
    CustomSchema root = CustomSchema.of((MappingNode) schema.node().orElseThrow());
    if (!JsonPath.read(path.text(), root, true).problem().isEmpty()) {
      out.invalid(FACT, path, "must be a valid path");
    }
  }

  private static boolean hasLineBreak(String text) {
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
  }

  /**
   * Compiles the rules of a structural schema.
   *
   * @param flawed paths at which something else is wrong: rules of schemas that hold one wait
   */
  static void compile(Field schema, CustomSchema root, List<String> flawed, Refusals out) {
    if (root.hasRules()) {
      new RuleChecks(flawed, out).tree(schema, RuleTree.of(root, true, out.release()), "");
    }
  }

  /**
   * @param apart the path of the schema around this one whose parts have no earlier value; empty
   *     where there is none
   */
  private void tree(Field schema, RuleTree tree, String apart) {
    if (tree.schema().rules().isEmpty() || isSound(schema.path())) {
      rules(schema, tree, apart);
    }
    tree.properties()
        .forEach((name, property) -> tree(schema.get("properties").entry(name), property, apart));
    tree.others().ifPresent(others -> tree(schema.get("additionalProperties"), others, apart));
    boolean keyed = tree.schema().listType().equals("map");
    String there = apart.isEmpty() && !keyed ? schema.path() : apart;
    tree.items().ifPresent(items -> tree(schema.get("items"), items, there));
  }

  private boolean isSound(String path) {
    return flawed.stream()
        .noneMatch(
            other ->
                other.startsWith(path)
                    && (other.length() == path.length()
                        || ".[".indexOf(other.charAt(path.length())) >= 0));
  }

  private void rules(Field schema, RuleTree tree, String apart) {
    Field rules = schema.get("x-kubernetes-validations");
    if (rules.size() > 0 && tree.type().isEmpty()) {
      out.add(
          FACT,
          Reason.INTERNAL_ERROR,
          rules,
          "Internal error: internal error: failed to retrieve type information for"
              + " x-kubernetes-validations");
    }
    for (int i = 0; i < tree.rules().size(); i++) {
      rule(rules.item(i), tree.rules().get(i), apart);
    }
  }

  private void rule(Field field, Rule rule, String apart) {
    if (!rule.problem().isEmpty()) {
      out.invalid(FACT, field.get("rule"), rule.problem());
    }
    if (!rule.messageProblem().isEmpty()) {
      out.invalid(FACT, field.get("messageExpression"), rule.messageProblem());
    }
    if (rule.asksForOld() && !apart.isEmpty()) {
      out.invalid(
          FACT,
          field.get("rule"),
          "oldSelf cannot be used on the uncorrelatable portion of the schema within " + apart);
    }
    Field optional = field.get("optionalOldSelf");
    if (!rule.asksForOld() && optional.isSet()) {
      out.invalid(FACT, optional, "may not be set if oldSelf is not used in rule");
    }
  }
}
