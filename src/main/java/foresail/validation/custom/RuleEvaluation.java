package foresail.validation.custom;

import foresail.cel.CelType;
import foresail.cel.Expression;
import foresail.cel.Outcome;
import foresail.cel.Values;
import foresail.finding.Reason;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds a custom resource that is created against the rules of its definition
 * (apiextensions-apiserver/pkg/apiserver/schema/cel/validation.go, v1.36). What rules would cost is
 * not counted.
 */
public final class RuleEvaluation {
  private static final String FACT = "custom.rule";
  private static final int LONGEST_MESSAGE = 5 * 1024;

  private final Refusals out;

  private RuleEvaluation(Refusals out) {
    this.out = out;
  }

  /** Tells which rules a value breaks; rules about an earlier value do not count. */
  public static void look(Field value, RuleTree tree, Refusals out) {
    new RuleEvaluation(out).look(value, tree);
  }

  /**
   * Tells which rules about the value before an update are broken by the one after it.
   *
   * @param before absent where it is new: then no rule asks
   */
  public static void lookAtChange(Field before, Field value, RuleTree tree, Refusals out) {
    new RuleEvaluation(out).change(before, value, tree);
  }

  private void change(Field before, Field value, RuleTree tree) {
    if (!before.isSet() || !value.isSet()) {
      return;
    }
    for (Rule rule : tree.rules()) {
      if (rule.asksForOld() && !rule.compiled().isRefused()) {
        Object old = Values.of(before.node().orElseThrow(), type(tree));
        decide(value, rule, tree, rule.oldIsOptional() ? Optional.of(old) : old);
      }
    }
    if (value.isObject()) {
      for (Field entry : value.entries()) {
        RuleTree property = tree.properties().get(entry.name());
        if (property != null) {
          change(before.get(entry.name()), value.get(entry.name()), property);
        } else if (tree.others().isPresent()) {
          change(before.get(entry.name()), entry, tree.others().get());
        }
      }
    } else if (tree.items().isPresent() && tree.schema().listType().equals("map")) {
      // Only items that have keys are known again.
      for (Field item : value.items()) {
        partner(before, item, tree.schema().listMapKeys())
            .ifPresent(old -> change(old, item, tree.items().get()));
      }
    }
  }

  private static Optional<Field> partner(Field before, Field item, List<String> keys) {
    return before.items().stream()
        .filter(
            old ->
                keys.stream()
                    .allMatch(key -> old.get(key).scalarText().equals(item.get(key).scalarText())))
        .findFirst();
  }

  private static CelType type(RuleTree tree) {
    return tree.type().orElse(CelType.DYN);
  }

  private void look(Field value, RuleTree tree) {
    if (!value.isSet()) {
      return;
    }
    for (Rule rule : tree.rules()) {
      rule(value, rule, tree);
    }
    if (value.isObject()) {
      for (Field entry : value.entries()) {
        RuleTree property = tree.properties().get(entry.name());
        if (property != null) {
          look(value.get(entry.name()), property);
        } else if (tree.others().isPresent()) {
          look(entry, tree.others().get());
        }
      }
    } else if (tree.items().isPresent()) {
      value.items().forEach(item -> look(item, tree.items().get()));
    }
  }

  private void rule(Field value, Rule rule, RuleTree tree) {
    String type = GoValues.quoted(tree.schema().type());
    if (rule.compiled().isRefused()) {
      invalid(value, type + ": rule compile error: " + rule.problem());
      return;
    }
    if (!rule.asksForOld() || rule.oldIsOptional()) {
      decide(value, rule, tree, Values.NONE);
    }
  }

  private void decide(Field value, Rule rule, RuleTree tree, Object old) {
    if (Undecidable.is(rule.text(), value, tree.schema())) {
      return;
    }
    String type = GoValues.quoted(tree.schema().type());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("self", Values.of(value.node().orElseThrow(), type(tree)));
    values.put("oldSelf", old);
    Outcome outcome = rule.compiled().expression().orElseThrow().evaluate(values);
    if (outcome instanceof Outcome.Failure failure) {
      failed(value, rule, type, failure.message());
    } else if (outcome.isFalse()) {
      broken(value, rule, tree, message(rule, values));
    }
  }

  private void failed(Field value, Rule rule, String type, String words) {
    String detail =
        words.startsWith("no such overload")
            ? "'"
                + words
                + "': call arguments did not match a supported operator, function or macro"
                + " signature for rule: "
            : words + " evaluating rule: ";
    invalid(value, type + ": " + detail + rule.name());
  }

  private void invalid(Field value, String words) {
    out.add(FACT, Reason.INVALID, printed(value, ""), "Invalid value: " + words);
  }

  private void broken(Field value, Rule rule, RuleTree tree, String detail) {
    Field place = printed(value, rule.path());
    String type = tree.schema().type();
    boolean shown = !type.equals("object") && !type.equals("array");
    String given = shown ? GoValues.text(value) : "";
    switch (rule.reason()) {
      case "FieldValueForbidden" -> out.forbidden(FACT, place, detail);
      case "FieldValueRequired" -> out.required(FACT, place, detail);
      case "FieldValueDuplicate" ->
          out.add(FACT, Reason.DUPLICATE, place, "Duplicate value" + (shown ? ": " + given : ""));
      default ->
          out.add(
              FACT,
              Reason.INVALID,
              place,
              "Invalid value: " + (shown ? given + ": " : "") + detail);
    }
  }

  /** The place of the value in the text, with the path of the field that a rule blames. */
  private static Field printed(Field value, String below) {
    String path = value.path();
    if (below.isEmpty()) {
      return path.isEmpty() ? value.printedAs(value.get("<nil>")) : value;
    }
    Field blamed = value;
    for (String name : below.split("[.\\[]", -1)) {
      blamed = blamed.get(name.endsWith("]") ? name.substring(0, name.length() - 1) : name);
    }
    return (blamed.isSet() ? blamed : value).printedAs(value.get(below));
  }

  /** What the message's expression makes, where it makes one line; else what is written. */
  private static String message(Rule rule, Map<String, Object> values) {
    Optional<Expression> expression = rule.told().flatMap(compiled -> compiled.expression());
    if (expression.isPresent()
        && expression.get().evaluate(values) instanceof Outcome.Value made
        && made.value() instanceof String text) {
      String line = text.strip();
      if (!line.isEmpty() && line.indexOf('\n') < 0 && line.length() <= LONGEST_MESSAGE) {
        return line;
      }
    }
    return rule.message().isEmpty() ? "failed rule: " + rule.text() : rule.message();
  }
}
