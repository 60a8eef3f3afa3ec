package foresail.validation.workload;

import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;

import foresail.notation.LabelSelector;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoStruct;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import foresail.validation.check.Selectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What binds a workload to the pods of its template. */
final class TemplateChecks {
  /** From this release on messages print values as JSON, before as Go source. */
  private static final int JSON_SINCE = 34;

  private TemplateChecks() {}

  /** {@code spec.selector}: well formed and, where it is there, not empty. */
  static Check selector(String emptyFact, String emptyWords) {
    return field(
        "selector",
        ifSet(),
        Selectors.labelSelector("workloads.selector.rules"),
        rule(
            (selector, out) -> {
              if (selector.get("matchLabels").size() + selector.get("matchExpressions").size()
                  == 0) {
                out.invalid(emptyFact, selector, "{}", emptyWords);
              }
            },
            emptyFact));
  }

  /** Of the spec as a whole: a selector that is there must be convertible, else the rest waits. */
  static Check convertible(String fact, String words) {
    return new Check() {
      @Override
      public boolean look(Field spec, Refusals out) {
        Field selector = spec.get("selector");
        if (!selector.isSet() || Selectors.read(selector).isPresent()) {
          return true;
        }
        out.invalid(fact, selector, GoStruct.LABEL_SELECTOR.text(selector), words);
        return false;
      }

      @Override
      public List<String> facts() {
        return List.of(fact);
      }
    };
  }

  /** Of the spec as a whole: the selector, which selects nothing where it is absent, fits. */
  static Check selectorMatches(String fact) {
    return rule((spec, out) -> selectorMatches(fact, spec, out), fact);
  }

  private static void selectorMatches(String fact, Field spec, Refusals out) {
    Field labels = spec.at("template", "metadata", "labels");
    Field written = spec.get("selector");
    Optional<LabelSelector> selector = Selectors.read(written);
    boolean malformed = written.isSet() && selector.isEmpty();
    if (!malformed && !selector.map(s -> s.matches(Selectors.map(labels))).orElse(false)) {
      mismatch(fact, labels, out);
    }
  }

  private static String json(Field labels) {
    return labels.isSet() ? GoValues.text(labels) : "null";
  }

  /** A map as older servers print it: {@code map[string]string{"app":"web"}}. */
  private static String goSyntax(Field labels) {
    if (!labels.isSet()) {
      return "map[string]string(nil)";
    }
    List<String> parts = new ArrayList<>();
    new TreeMap<>(Selectors.map(labels))
        .forEach((key, value) -> parts.add(GoValues.quoted(key) + ":" + GoValues.quoted(value)));
    return "map[string]string{" + String.join(", ", parts) + "}";
  }

  /** Tells that the labels of a template are not those that are selected. */
  static void mismatch(String fact, Field labels, Refusals out) {
    out.invalid(
        fact,
        labels,
        out.release() >= JSON_SINCE ? json(labels) : goSyntax(labels),
        "`selector` does not match template `labels`");
  }

  /** Of the spec as a whole: containers are always restarted, and pods have no deadline. */
  static Check runsForever(String restartFact, String deadlineFact, String kind) {
    return object(
        rule(
            (spec, out) -> {
              Field policy = spec.at("template", "spec", "restartPolicy");
              if (!policy.isZero() && !policy.is("Always")) {
                out.notSupported(restartFact, policy, List.of("Always"));
              }
            },
            restartFact),
        rule(
            (spec, out) -> {
              Field deadline = spec.at("template", "spec", "activeDeadlineSeconds");
              if (deadline.isSet()) {
                out.forbidden(
                    deadlineFact,
                    deadline,
                    "activeDeadlineSeconds in " + kind + " is not Supported");
              }
            },
            deadlineFact));
  }
}
