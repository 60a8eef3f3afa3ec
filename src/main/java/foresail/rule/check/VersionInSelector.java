package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Job;
import foresail.model.KubernetesObject;
import foresail.model.LabelSelector;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.Scope;
import java.util.Map;
import java.util.Set;

/** Selectors that the next version of an app cannot keep. */
public final class VersionInSelector implements Check {
  private static final Set<String> VERSIONS =
      Set.of("helm.sh/chart", "chart", "app.kubernetes.io/version");

  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof Workload workload
        && !(object instanceof Job)
        && workload.selector().isPresent()) {
      LabelSelector selector = workload.selector().get();
      for (Map.Entry<String, String> pair : selector.matchLabels().entrySet()) {
        if (VERSIONS.contains(pair.getKey())) {
          scope.report(
              Place.of(selector, "matchLabels", pair.getKey()),
              Words.of(workload)
                  + " selects by "
                  + pair.getKey()
                  + "="
                  + pair.getValue()
                  + ", which the next version changes");
        }
      }
    }
  }
}
