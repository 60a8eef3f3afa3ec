package foresail.simulation.scheduler;

import foresail.model.Affinity.PodTerm;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Pod;
import foresail.simulation.store.ApiServer;
import java.util.List;
import java.util.Map;

/**
 * Which pods a term about other pods means.
 *
 * <p>Source: pkg/scheduler/framework/types.go (AffinityTerm.Matches), v1.36; matchLabelKeys as the
 * server puts them into the selector when the pod is made (pkg/registry/core/pod/strategy.go).
 */
final class Neighbours {
  private final ApiServer api;

  Neighbours(ApiServer api) {
    this.api = api;
  }

  /** Whether a term of the owner means the other pod. */
  boolean matches(PodTerm term, Pod owner, Pod other) {
    Map<String, String> labels = other.metadata().labels();
    return term.selector().filter(selector -> selector.matches(labels)).isPresent()
        && inNamespace(term, owner, other)
        && alike(term.matchLabelKeys(), owner, labels, true)
        && alike(term.mismatchLabelKeys(), owner, labels, false);
  }

  /** Whether it means the other one with all its terms. */
  boolean matchesAll(List<PodTerm> terms, Pod owner, Pod other) {
    for (PodTerm term : terms) {
      if (!matches(term, owner, other)) {
        return false;
      }
    }
    return true;
  }

  private static boolean alike(
      List<String> keys, Pod owner, Map<String, String> labels, boolean wanted) {
    for (String key : keys) {
      String own = owner.metadata().labels().get(key);
      if (own != null && own.equals(labels.get(key)) != wanted) {
        return false;
      }
    }
    return true;
  }

  private boolean inNamespace(PodTerm term, Pod owner, Pod other) {
    if (term.namespaces().contains(other.namespace())) {
      return true;
    }
    if (term.namespaceSelector().isPresent()) {
      return term.namespaceSelector()
          .get()
          .matches(
              api.get(Declared.NAMESPACE, "", other.namespace())
                  .map(namespace -> namespace.metadata().labels())
                  .orElseGet(Map::of));
    }
    return term.namespaces().isEmpty() && owner.namespace().equals(other.namespace());
  }
}
