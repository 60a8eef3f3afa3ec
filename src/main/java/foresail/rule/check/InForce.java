package foresail.rule.check;

import foresail.admission.LimitRanges;
import foresail.model.KubernetesObject;
import foresail.model.ResourceQuota;
import foresail.model.Workload;
import foresail.rule.Scope;
import java.util.List;

/** What bounds an object, and whether anything is to be said of it: the server took both. */
final class InForce {
  private InForce() {}

  static LimitRanges limits(KubernetesObject object, Scope scope) {
    return new LimitRanges(
        scope.graph().limitRangesOf(object).stream()
            .filter(range -> !scope.isRefused(range))
            .toList());
  }

  static List<ResourceQuota> quotas(KubernetesObject object, Scope scope) {
    List<ResourceQuota> quotas = scope.graph().quotasOf(object);
    return quotas.isEmpty()
        ? quotas
        : quotas.stream().filter(quota -> !scope.isRefused(quota)).toList();
  }

  /** Whether the server would take a workload, so that somebody tries to create its pods. */
  static boolean creates(Workload workload, Scope scope) {
    return RefusedPods.makesPods(workload) && !scope.isRefused(workload);
  }
}
