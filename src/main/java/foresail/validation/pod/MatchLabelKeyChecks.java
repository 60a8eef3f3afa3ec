package foresail.validation.pod;

import static foresail.validation.check.Names.qualifiedName;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.nothingElse;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;

/**
 * Labels whose values are taken from the pod itself. The server merges them into the selector of a
 * pod before it looks, but not into those of templates.
 */
final class MatchLabelKeyChecks {
  private MatchLabelKeyChecks() {}

  static final Check OF_AFFINITY_TERM =
      object(
          keys(
              "matchLabelKeys",
              "pod.affinity.pod.matchLabelKeys.no-selector",
              "pod.affinity.pod.matchLabelKeys.key"),
          keys(
              "mismatchLabelKeys",
              "pod.affinity.pod.matchLabelKeys.no-selector",
              "pod.affinity.pod.matchLabelKeys.key"),
          rule(
              (term, out) ->
                  notInSelector("pod.affinity.pod.matchLabelKeys.in-selector", term, out),
              "pod.affinity.pod.matchLabelKeys.in-selector"),
          rule(MatchLabelKeyChecks::notInBoth, "pod.affinity.pod.matchLabelKeys.in-mismatch"));

  static final Check OF_SPREAD_CONSTRAINT =
      object(
          nothingElse(
              rule(
                  (constraint, out) ->
                      needSelector(
                          "pod.topologySpread.matchLabelKeys.no-selector",
                          constraint,
                          "matchLabelKeys",
                          out),
                  "pod.topologySpread.matchLabelKeys.no-selector")),
          field("matchLabelKeys", each(qualifiedName("pod.topologySpread.matchLabelKeys.key"))),
          rule(
              (constraint, out) ->
                  notInSelector("pod.topologySpread.matchLabelKeys.in-selector", constraint, out),
              "pod.topologySpread.matchLabelKeys.in-selector"));

  private static Check keys(String name, String noSelector, String format) {
    return object(
        rule((term, out) -> needSelector(noSelector, term, name, out), noSelector),
        field(name, each(qualifiedName(format))));
  }

  private static void needSelector(String fact, Field term, String name, Refusals out) {
    if (term.get(name).size() > 0 && !term.get("labelSelector").isSet()) {
      out.forbidden(fact, term.get(name), "must not be specified when labelSelector is not set");
    }
  }

  private static void notInSelector(String fact, Field term, Refusals out) {
    Field keys = term.get("matchLabelKeys");
    if (keys.size() == 0 || !term.get("labelSelector").isSet()) {
      return;
    }
    boolean anyOverlap = out.release() <= 33 && fact.startsWith("pod.topologySpread");
    Field labels = PodSpecs.around(term).parent().at("metadata", "labels");
    for (Field key : keys.items()) {
      int written = occurrences(term.get("labelSelector"), key.text(), false);
      int inExpressions = occurrences(term.get("labelSelector"), key.text(), true);
      boolean both;
      if (anyOverlap) {
        both = written > 0;
      } else if (out.isPod()) {
        both = written > 0 && labels.get(key.text()).isSet();
      } else {
        both = inExpressions > 0 && written > 1;
      }
      if (both) {
        out.invalid(
            fact,
            anyOverlap ? key : key.printedAs(term.place(key.index())),
            "exists in both matchLabelKeys and labelSelector");
      }
    }
  }

  private static int occurrences(Field selector, String key, boolean expressionsOnly) {
    int count = !expressionsOnly && selector.get("matchLabels").get(key).isSet() ? 1 : 0;
    for (Field expression : selector.get("matchExpressions").items()) {
      count += expression.get("key").is(key) ? 1 : 0;
    }
    return count;
  }

  private static void notInBoth(Field term, Refusals out) {
    Field mismatch = term.get("mismatchLabelKeys");
    for (Field key : term.get("matchLabelKeys").items()) {
      for (Field other : mismatch.items()) {
        if (other.is(key.text())) {
          out.invalid(
              "pod.affinity.pod.matchLabelKeys.in-mismatch",
              key,
              "exists in both matchLabelKeys and mismatchLabelKeys");
        }
      }
    }
  }
}
