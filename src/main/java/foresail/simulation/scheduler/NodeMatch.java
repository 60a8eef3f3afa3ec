package foresail.simulation.scheduler;

import foresail.model.Affinity;
import foresail.model.ClusterNode.Taint;
import foresail.model.LabelSelector.Requirement;
import foresail.model.Toleration;
import foresail.simulation.api.Node;
import foresail.simulation.api.Pod;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a node is one that a pod wants and may be on, whatever else runs there.
 *
 * <p>Source: component-helpers/scheduling/corev1 (nodeaffinity, helpers.go), v1.36.
 */
public final class NodeMatch {
  private NodeMatch() {}

  /** Whether nodeSelector, required node affinity and the pin of a DaemonSet's pod hold. */
  public static boolean wanted(Pod pod, Node node) {
    if (pod.assigned().onlyNode().isPresent()
        && !pod.assigned().onlyNode().get().equals(node.name())) {
      return false;
    }
    for (Map.Entry<String, String> label : pod.spec().nodeSelector().entrySet()) {
      if (!label.getValue().equals(node.metadata().labels().get(label.getKey()))) {
        return false;
      }
    }
    return pod.spec().affinity().nodeTerms().map(terms -> anyTerm(terms, node)).orElse(true);
  }

  /** Whether one of the terms matches; one without any requirement matches nothing. */
  public static boolean anyTerm(List<Affinity.NodeTerm> terms, Node node) {
    for (Affinity.NodeTerm term : terms) {
      boolean empty = term.matchExpressions().isEmpty() && term.matchFields().isEmpty();
      if (!empty
          && all(term.matchExpressions(), node.metadata().labels())
          && all(term.matchFields(), Map.of("metadata.name", node.name()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean all(List<Requirement> requirements, Map<String, String> labels) {
    for (Requirement requirement : requirements) {
      if (!requirement.matches(labels)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A taint with one of the effects that the pod does not tolerate.
   *
   * @param effects NoSchedule, NoExecute
   */
  public static Optional<Taint> untolerated(Pod pod, Node node, List<String> effects) {
    for (Taint taint : node.taints()) {
      if (effects.contains(taint.effect()) && !tolerates(pod, taint)) {
        return Optional.of(taint);
      }
    }
    return Optional.empty();
  }

  /** How many of a node's taints only keep pods away where others have room, and this one too. */
  static int disliked(Pod pod, Node node) {
    int count = 0;
    for (Taint taint : node.taints()) {
      count += taint.effect().equals("PreferNoSchedule") && !tolerates(pod, taint) ? 1 : 0;
    }
    return count;
  }

  private static boolean tolerates(Pod pod, Taint taint) {
    for (Toleration toleration : pod.assigned().tolerations()) {
      if (toleration.tolerates(taint.key(), taint.value(), taint.effect())) {
        return true;
      }
    }
    return false;
  }
}
