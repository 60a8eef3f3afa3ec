package foresail.rule.check;

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
    if (!(object instanceof Workload workload) || !InForce.creates(workload, scope)) {
      return;
    }
    for (ResourceQuota quota : InForce.quotas(object, scope)) {
      PodSpec spec = InForce.limits(object, scope).completed(workload.template().spec());
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
