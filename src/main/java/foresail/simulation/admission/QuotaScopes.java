package foresail.simulation.admission;

import foresail.model.Container;
import foresail.model.ResourceQuota;
import foresail.simulation.api.Pod;
import java.util.ArrayList;
import java.util.List;

/**
 * Which pods a quota with scopes is about.
 *
 * <p>Source: podMatchesScopeFunc in pkg/quota/v1/evaluator/core/pods.go, v1.36.
 */
final class QuotaScopes {
  private QuotaScopes() {}

  /** Whether all scopes of the quota hold for the pod. */
  static boolean match(ResourceQuota quota, Pod pod) {
    return quota.scopes().stream().allMatch(scope -> matches(scope, pod));
  }

  private static boolean matches(String scope, Pod pod) {
    return switch (scope) {
      case "Terminating" -> pod.spec().activeDeadlineSeconds().isPresent();
      case "NotTerminating" -> pod.spec().activeDeadlineSeconds().isEmpty();
      case "BestEffort" -> bestEffort(pod);
      case "NotBestEffort" -> !bestEffort(pod);
      case "PriorityClass" -> !pod.spec().priorityClassName().isEmpty();
      case "CrossNamespacePodAffinity" -> crossesNamespaces(pod);
      default -> false;
    };
  }

  private static boolean bestEffort(Pod pod) {
    List<Container> all = new ArrayList<>(pod.spec().containers());
    all.addAll(pod.spec().initContainers());
    return all.stream()
        .allMatch(c -> c.resources().requests().isEmpty() && c.resources().limits().isEmpty());
  }

  private static boolean crossesNamespaces(Pod pod) {
    var affinity = pod.spec().affinity();
    var terms = new ArrayList<>(affinity.podTerms());
    terms.addAll(affinity.antiPodTerms());
    return terms.stream()
        .anyMatch(term -> !term.namespaces().isEmpty() || term.namespaceSelector().isPresent());
  }
}
