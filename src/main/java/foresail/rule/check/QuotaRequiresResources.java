package foresail.rule.check;

import foresail.admission.LimitRanges;
import foresail.admission.QuotaRoom;
import foresail.graph.Place;
import foresail.model.KubernetesObject;
import foresail.model.PodSpec;
import foresail.model.ResourceQuota;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.Scope;
import java.util.Optional;

/** Containers that do not say what a quota of their namespace counts. */
public final class QuotaRequiresResources implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (!(object instanceof Workload workload) || !RefusedPods.makesPods(workload)) {
      return;
    }
    for (ResourceQuota quota : scope.graph().quotasOf(object)) {
      PodSpec spec =
          new LimitRanges(scope.graph().limitRangesOf(object))
              .completed(workload.template().spec());
      var room = new QuotaRoom(quota);
      Optional<String> refusal = room.concerns(spec) ? room.unstated(spec) : Optional.empty();
      if (refusal.isPresent()) {
        scope
            .report(
                Place.of(room.silent(spec).get(0), "name"),
                RefusedPods.message(workload, refusal.get()))
            .why(RefusedPods.consequence(workload))
            .related(quota.span("spec", "hard"), "what " + Words.of(quota) + " counts");
        return;
      }
    }
  }
}
