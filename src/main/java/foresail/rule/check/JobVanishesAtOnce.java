package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Job;
import foresail.model.KubernetesObject;
import foresail.rule.Check;
import foresail.rule.Scope;
import java.util.Map;
import java.util.Optional;

/** Jobs that are deleted as soon as they end. */
public final class JobVanishesAtOnce implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    Map<String, String> annotations = object.metadata().annotations();
    if (object instanceof Job job
        && job.spec().ttlSecondsAfterFinished().equals(Optional.of(0))
        && !annotations.containsKey("helm.sh/hook")
        && !annotations.containsKey("argocd.argoproj.io/hook")) {
      scope.report(
          Place.of(job.spec(), "ttlSecondsAfterFinished"),
          Words.of(job) + " is deleted with its pod and logs as soon as it ends");
    }
  }
}
