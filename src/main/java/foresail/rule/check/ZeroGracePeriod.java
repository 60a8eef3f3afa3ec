package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.KubernetesObject;
import foresail.model.PodSpec;
import foresail.model.StatefulSet;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.Scope;

/** Pods that are killed without being asked to stop though that matters to them. */
public final class ZeroGracePeriod implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof Workload workload
        && workload.template().spec().terminationGracePeriodSeconds() == 0
        && Written.has(workload.template().spec(), "terminationGracePeriodSeconds")) {
      PodSpec spec = workload.template().spec();
      Place at = Place.of(spec, "terminationGracePeriodSeconds");
      for (Container container : spec.containers()) {
        if (container.preStop().isPresent()) {
          scope
              .report(at, "the preStop hook of container \"" + container.name() + "\" never runs")
              .related(container.preStop().get().span(), "this hook");
          return;
        }
      }
      if (workload instanceof StatefulSet set && !set.claimTemplates().isEmpty()) {
        scope.report(at, Words.of(set) + " kills its pods at once, so two may write to one volume");
      }
    }
  }
}
