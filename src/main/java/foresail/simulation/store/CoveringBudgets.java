package foresail.simulation.store;

import foresail.simulation.api.DisruptionBudget;
import foresail.simulation.api.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which PodDisruptionBudgets cover a pod, found by the first label of their selectors. */
public final class CoveringBudgets {
  private final Index<DisruptionBudget> byLabel;

  public CoveringBudgets(ApiServer api) {
    this.byLabel = api.index(DisruptionBudget.KIND, CoveringBudgets::bucket);
  }

  /** The budgets as they are now. */
  public List<DisruptionBudget> of(Pod pod) {
    List<DisruptionBudget> found = new ArrayList<>();
    for (Map.Entry<String, String> label : pod.metadata().labels().entrySet()) {
      collect(bucket(pod.namespace(), label), pod, found);
    }
    collect(bucket(pod.namespace()), pod, found);
    return found;
  }

  private void collect(String bucket, Pod pod, List<DisruptionBudget> found) {
    for (DisruptionBudget budget : byLabel.list(bucket)) {
      if (budget.covers(pod)) {
        found.add(budget);
      }
    }
  }

  private static Optional<String> bucket(DisruptionBudget budget) {
    if (budget.spec().selector().isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> labels = budget.spec().selector().get().matchLabels();
    return Optional.of(
        labels.isEmpty()
            ? bucket(budget.namespace())
            : bucket(budget.namespace(), labels.entrySet().iterator().next()));
  }

  /** Of those that name no label's value, and so may cover any pod of the namespace. */
  private static String bucket(String namespace) {
    return namespace + '/';
  }

  private static String bucket(String namespace, Map.Entry<String, String> label) {
    return namespace + '/' + label.getKey() + '=' + label.getValue();
  }
}
