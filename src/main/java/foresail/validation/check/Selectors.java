package foresail.validation.check;

import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;

import foresail.notation.LabelNames;
import foresail.notation.LabelSelector;
import foresail.notation.LabelSelector.Operator;
import foresail.notation.LabelSelector.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Label selectors and maps of labels (apimachinery/pkg/apis/meta/v1/validation/validation.go,
 * v1.36).
 */
public final class Selectors {
  private Selectors() {}

  /** Whether a label selector, if there is one, is well formed. */
  public static Check labelSelector(String fact) {
    return object(
        ifSet(),
        field("matchLabels", labels(fact, fact)),
        field(
            "matchExpressions",
            each(
                rule((expression, out) -> operator(fact, expression, out), fact),
                field("key", Names.qualifiedName(fact)),
                field("values", each(Names.labelValue(fact))))));
  }

  private static void operator(String fact, Field expression, Refusals out) {
    Field values = expression.get("values");
    switch (expression.get("operator").text()) {
      case "In", "NotIn" -> {
        if (values.size() == 0) {
          out.required(fact, values, "must be specified when `operator` is 'In' or 'NotIn'");
        }
      }
      case "Exists", "DoesNotExist" -> {
        if (values.size() > 0) {
          out.forbidden(
              fact, values, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
        }
      }
      default -> out.invalid(fact, expression.get("operator"), "not a valid selector operator");
    }
  }

  /** The keys and values of a map of labels; both are printed as the map itself. */
  public static Check labels(String keyFact, String valueFact) {
    return rule(
        (labels, out) -> {
          for (Field entry : labels.entries()) {
            List<String> key = LabelNames.qualifiedName(entry.name());
            List<String> value = LabelNames.labelValue(entry.text());
            if (!key.isEmpty() || !value.isEmpty()) {
              Field place = entry.printedAs(labels);
              Names.tell(keyFact, place, entry.name(), key, out);
              Names.tell(valueFact, place, value, out);
            }
          }
        },
        keyFact,
        valueFact);
  }

  /** A selector as one can match with it; empty where it is absent or malformed. */
  public static Optional<LabelSelector> read(Field selector) {
    if (!selector.isSet()) {
      return Optional.empty();
    }
    List<Requirement> requirements = new ArrayList<>();
    for (Field label : selector.get("matchLabels").entries()) {
      if (!LabelNames.qualifiedName(label.name()).isEmpty()
          || !LabelNames.labelValue(label.text()).isEmpty()) {
        return Optional.empty();
      }
      requirements.add(new Requirement(label.name(), Operator.IN, List.of(label.text())));
    }
    for (Field expression : selector.get("matchExpressions").items()) {
      Optional<Requirement> requirement = requirement(expression);
      if (requirement.isEmpty()) {
        return Optional.empty();
      }
      requirements.add(requirement.get());
    }
    return Optional.of(new LabelSelector(requirements));
  }

  private static Optional<Requirement> requirement(Field expression) {
    String key = expression.get("key").text();
    List<String> values = texts(expression.get("values"));
    if (!LabelNames.qualifiedName(key).isEmpty()
        || values.stream().anyMatch(value -> !LabelNames.labelValue(value).isEmpty())) {
      return Optional.empty();
    }
    return Operator.of(expression.get("operator").text())
        .filter(operator -> fits(operator, values))
        .map(operator -> new Requirement(key, operator, values));
  }

  private static boolean fits(Operator operator, List<String> values) {
    return switch (operator) {
      case IN, NOT_IN -> !values.isEmpty();
      case EXISTS, DOES_NOT_EXIST -> values.isEmpty();
      case GT, LT -> false; // only selectors of nodes have them
    };
  }

  /** The texts of a list. */
  public static List<String> texts(Field list) {
    List<String> texts = new ArrayList<>();
    for (Field item : list.items()) {
      texts.add(item.text());
    }
    return texts;
  }

  /** The texts of a map, in the order in which they are written. */
  public static Map<String, String> map(Field map) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Field entry : map.entries()) {
      texts.put(entry.name(), entry.text());
    }
    return texts;
  }
}
