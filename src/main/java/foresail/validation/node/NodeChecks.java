package foresail.validation.node;

import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;

import foresail.notation.Cidrs;
import foresail.notation.LabelNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoStruct;
import foresail.validation.check.GoValues;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Kind Node (pkg/apis/core/validation/validation.go, v1.36). */
public final class NodeChecks {
  /** The internal Taint. */
  private static final GoStruct TAINT = GoStruct.of("Key\"", "Value\"", "Effect\"", "TimeAdded");

  private NodeChecks() {}

  private static final List<String> EFFECTS =
      List.of("NoSchedule", "PreferNoSchedule", "NoExecute");

  /** Kind Node. */
  public static final Check NODE =
      object(
          MetadataChecks.CLUSTER_SCOPED,
          rule(
              NodeChecks::taints,
              "node.taints.key",
              "node.taints.value",
              "node.taints.effect.required",
              "node.taints.effect",
              "node.taints.duplicate"),
          field("spec", rule(NodeChecks::podCidrs, "node.podCIDRs", "node.podCIDRs.family")));

  /** Printed below metadata, where they are not. */
  private static void taints(Field node, Refusals out) {
    Field printed = node.at("metadata", "taints");
    Map<String, Field> first = new HashMap<>();
    for (Field written : node.at("spec", "taints").items()) {
      Field taint = written.printedAs(printed.place(written.index()));
      Field key = taint.get("key");
      Names.tell("node.taints.key", key, LabelNames.qualifiedName(key.text()), out);
      Field value = taint.get("value");
      List<String> problems = LabelNames.labelValue(value.text());
      if (!problems.isEmpty()) {
        out.invalid("node.taints.value", value, String.join(";", problems));
      }
      effect(taint.get("effect"), out);
      String meaning = key.text() + "\n" + taint.get("effect").text();
      Field earlier = first.putIfAbsent(meaning, taint);
      if (earlier != null) {
        out.duplicate("node.taints.duplicate", taint, earlier, TAINT.text(taint));
      }
    }
  }

  private static void podCidrs(Field spec, Refusals out) {
    Field ranges = spec.get("podCIDRs");
    int[] families = new int[2];
    for (Field range : written(spec)) {
      List<String> problems = Cidrs.problems(range.text(), out.release() >= 36);
      Names.tell("node.podCIDRs", range, problems, out);
      families[range.text().indexOf(':') >= 0 ? 1 : 0]++;
    }
    if (families[0] > 1 || families[1] > 1) {
      out.invalid(
          "node.podCIDRs.family",
          ranges,
          GoValues.text(ranges),
          "may specify no more than one CIDR for each IP family");
    }
  }

  /** Where both are written and differ, {@code podCIDR} stands (pkg/apis/core/v1/conversion.go). */
  private static List<Field> written(Field spec) {
    Field old = spec.get("podCIDR");
    List<Field> ranges = spec.get("podCIDRs").items();
    boolean differs = ranges.isEmpty() || !ranges.get(0).is(old.text());
    return old.isZero() || !differs
        ? ranges
        : List.of(old.printedAs(spec.get("podCIDRs").place(0)));
  }

  private static void effect(Field effect, Refusals out) {
    if (effect.isZero()) {
      out.required("node.taints.effect.required", effect);
    } else if (!EFFECTS.contains(effect.text())) {
      out.notSupported("node.taints.effect", effect, EFFECTS);
    }
  }
}
