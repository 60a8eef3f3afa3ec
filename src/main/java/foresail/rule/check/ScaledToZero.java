package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Deployment;
import foresail.model.HorizontalPodAutoscaler;
import foresail.model.KubernetesObject;
import foresail.model.ReplicaSet;
import foresail.model.Service;
import foresail.model.StatefulSet;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.Scope;
import java.util.List;

/** Workloads without pods that others count on. */
public final class ScaledToZero implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof Workload workload
        && Written.has(object, "spec", "replicas")
        && isZero(workload)) {
      List<Service> services = scope.graph().servicesOf(workload);
      List<HorizontalPodAutoscaler> autoscalers = scope.graph().autoscalersOf(workload);
      if (!services.isEmpty()) {
        report(object, services.get(0), "has no endpoint", scope);
      } else if (!autoscalers.isEmpty()) {
        report(object, autoscalers.get(0), "is disabled", scope);
      }
    }
  }

  private static boolean isZero(Workload workload) {
    return workload instanceof Deployment deployment && deployment.replicas() == 0
        || workload instanceof StatefulSet set && set.replicas() == 0
        || workload instanceof ReplicaSet replicaSet && replicaSet.replicas() == 0;
  }

  private static void report(
      KubernetesObject object, KubernetesObject other, String effect, Scope scope) {
    scope
        .report(
            Place.of(object, "spec", "replicas"),
            Words.of(object) + " has no pods, so " + Words.of(other) + " " + effect)
        .related(other.span("metadata", "name"), Words.of(other));
  }
}
