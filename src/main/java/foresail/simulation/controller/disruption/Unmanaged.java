package foresail.simulation.controller.disruption;

import foresail.model.LabelSelector;
import foresail.model.PodDisruptionBudget;
import java.util.Map;
import java.util.TreeMap;

/** What a budget is told whose shares are to be counted of pods that nothing controls. */
final class Unmanaged {
  private Unmanaged() {}

  static String message(PodDisruptionBudget budget) {
    return "Pods selected by this PodDisruptionBudget (selector: "
        + budget.selector().map(Unmanaged::written).orElse("nil")
        + ") were found to be unmanaged. As a result, the status of the PDB cannot be calculated"
        + " correctly, which may result in undefined behavior. To account for these pods please"
        + " set \".spec.minAvailable\" field of the PDB to an integer value.";
  }

  /** As Go prints it (LabelSelector.String in apimachinery/pkg/apis/meta/v1/generated.pb.go). */
  private static String written(LabelSelector selector) {
    var text = new StringBuilder("&LabelSelector{MatchLabels:map[string]string{");
    for (Map.Entry<String, String> label : new TreeMap<>(selector.matchLabels()).entrySet()) {
      text.append(label.getKey()).append(": ").append(label.getValue()).append(',');
    }
    text.append("},MatchExpressions:[]LabelSelectorRequirement{");
    for (LabelSelector.Requirement each : selector.matchExpressions()) {
      text.append("LabelSelectorRequirement{Key:")
          .append(each.key())
          .append(",Operator:")
          .append(each.operator())
          .append(",Values:[")
          .append(String.join(" ", each.values()))
          .append("],},");
    }
    return text.append("},}").toString();
  }
}
