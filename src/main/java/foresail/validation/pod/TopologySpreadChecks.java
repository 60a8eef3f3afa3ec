package foresail.validation.pod;

import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.inRange;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import foresail.validation.check.Selectors;
import java.util.List;

/** {@code topologySpreadConstraints} of a pod. */
final class TopologySpreadChecks {
  private TopologySpreadChecks() {}

  private static final String POSITIVE = "must be greater than zero";

  static final Check CONSTRAINTS =
      object(
          each(
              field(
                  "maxSkew", inRange("pod.topologySpread.maxSkew", 1, Integer.MAX_VALUE, POSITIVE)),
              field("topologyKey", required("pod.topologySpread.topologyKey", "can not be empty")),
              field(
                  "whenUnsatisfiable",
                  oneOf("pod.topologySpread.whenUnsatisfiable", "DoNotSchedule", "ScheduleAnyway")),
              field(
                  "minDomains",
                  ifSet(),
                  inRange("pod.topologySpread.minDomains", 1, Integer.MAX_VALUE, POSITIVE),
                  rule(TopologySpreadChecks::minDomains, "pod.topologySpread.minDomains.action")),
              field(
                  "nodeAffinityPolicy",
                  ifSet(),
                  oneOf("pod.topologySpread.nodeAffinityPolicy", "Honor", "Ignore")),
              field(
                  "nodeTaintsPolicy",
                  ifSet(),
                  oneOf("pod.topologySpread.nodeTaintsPolicy", "Honor", "Ignore")),
              MatchLabelKeyChecks.OF_SPREAD_CONSTRAINT,
              field("labelSelector", Selectors.labelSelector("pod.topologySpread.labelSelector"))),
          rule(TopologySpreadChecks::unique, "pod.topologySpread.duplicate"));

  private static void minDomains(Field minDomains, Refusals out) {
    String action = minDomains.parent().get("whenUnsatisfiable").text();
    if (!action.equals("DoNotSchedule")) {
      out.invalid(
          "pod.topologySpread.minDomains.action",
          minDomains,
          "can only use minDomains if whenUnsatisfiable=DoNotSchedule, not " + action);
    }
  }

  /** The server blames the earlier of two, and prints both names in one. */
  private static void unique(Field constraints, Refusals out) {
    List<Field> all = constraints.items();
    for (int i = 0; i < all.size(); i++) {
      Field constraint = all.get(i);
      for (Field later : all.subList(i + 1, all.size())) {
        if (same(constraint, later, "topologyKey")
            && same(constraint, later, "whenUnsatisfiable")) {
          Field key = constraint.get("topologyKey");
          out.duplicate(
              "pod.topologySpread.duplicate",
              key.printedAs(constraint.get("{topologyKey, whenUnsatisfiable}")),
              later.get("topologyKey"),
              GoValues.quoted(
                  "{" + key.text() + ", " + constraint.get("whenUnsatisfiable").text() + "}"));
          break;
        }
      }
    }
  }

  private static boolean same(Field one, Field other, String name) {
    return one.get(name).is(other.get(name).text());
  }
}
