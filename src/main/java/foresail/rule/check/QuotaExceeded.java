package foresail.rule.check;

import foresail.graph.Graph;
import foresail.model.KubernetesObject;
import foresail.model.ResourceQuota;
import foresail.rule.RunCheck;
import foresail.rule.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Objects and pods for which a quota of their namespace has no room. */
public final class QuotaExceeded implements RunCheck {
  @Override
  public void check(Scope scope) {
    Graph graph = scope.graph();
    Map<ResourceQuota, List<KubernetesObject>> counted = new LinkedHashMap<>();
    Map<ResourceQuota, Set<String>> names = new LinkedHashMap<>();
    for (KubernetesObject object : graph.objects()) {
      for (ResourceQuota quota : InForce.quotas(object, scope)) {
        // Files of one folder that declare the same object are alternatives.
        boolean first =
            names
                .computeIfAbsent(quota, unused -> new HashSet<>())
                .add(object.kind() + "/" + object.name());
        if (first && !graph.isPartial(object) && !scope.isRefused(object)) {
          counted.computeIfAbsent(quota, unused -> new ArrayList<>()).add(object);
        }
      }
    }
    counted.forEach((quota, objects) -> new QuotaCount(quota, scope).count(objects));
  }
}
