package foresail.admission;

import foresail.model.Container;
import foresail.model.PodSpec;
import foresail.model.ResourceQuota;
import java.util.ArrayList;
import java.util.List;

/**
 * Which pods a quota with scopes is about.
 *
 * <p>Source: podMatchesScopeFunc in pkg/quota/v1/evaluator/core/pods.go, v1.36.
 */
final class QuotaScopes {
  private QuotaScopes() {}

  /** Whether a quota counts only some pods, and nothing else. */
  static boolean has(ResourceQuota quota) {
    return !quota.scopes().isEmpty() || !quota.selectors().isEmpty();
  }

  /** Whether all scopes of the quota hold for the pod. */
  static boolean match(ResourceQuota quota, PodSpec pod) {
    return quota.scopes().stream().allMatch(scope -> matches(scope, pod))
        && quota.selectors().stream().allMatch(selector -> matches(selector, pod));
  }

  private static boolean matches(ResourceQuota.ScopeSelector selector, PodSpec pod) {
    if (!selector.scope().equals("PriorityClass")) {
      return matches(selector.scope(), pod);
    }
    String name = pod.priorityClassName();
    return switch (selector.operator()) {
      case "In" -> selector.values().contains(name);
      case "NotIn" -> !selector.values().contains(name);
      case "Exists" -> !name.isEmpty();
      case "DoesNotExist" -> name.isEmpty();
      default -> false;
    };
  }

  private static boolean matches(String scope, PodSpec pod) {
    return switch (scope) {
      case "Terminating" -> pod.activeDeadlineSeconds().isPresent();
      case "NotTerminating" -> pod.activeDeadlineSeconds().isEmpty();
      case "BestEffort" -> bestEffort(pod);
      case "NotBestEffort" -> !bestEffort(pod);
      case "PriorityClass" -> !pod.priorityClassName().isEmpty();
      case "CrossNamespacePodAffinity" -> crossesNamespaces(pod);
      default -> false;
    };
  }

  private static boolean bestEffort(PodSpec pod) {
    List<Container> all = new ArrayList<>(pod.containers());
    all.addAll(pod.initContainers());
    return all.stream()
        .allMatch(c -> c.resources().requests().isEmpty() && c.resources().limits().isEmpty());
  }

  private static boolean crossesNamespaces(PodSpec pod) {
    var affinity = pod.affinity();
    var terms = new ArrayList<>(affinity.podTerms());
    terms.addAll(affinity.antiPodTerms());
    return terms.stream()
        .anyMatch(term -> !term.namespaces().isEmpty() || term.namespaceSelector().isPresent());
  }
}
