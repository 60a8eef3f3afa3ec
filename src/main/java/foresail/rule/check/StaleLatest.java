package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.Deployment;
import foresail.model.KubernetesObject;
import foresail.model.ReplicaSet;
import foresail.model.StatefulSet;
import foresail.model.Workload;
import foresail.notation.ImageReference;
import foresail.rule.Check;
import foresail.rule.Scope;

/** Replicas that may run different versions of one tag. */
public final class StaleLatest implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof Workload workload && replicas(workload) > 1) {
      for (Container container : workload.template().spec().containers()) {
        String policy = container.imagePullPolicy();
        boolean latest =
            ImageReference.parse(container.image()).map(ImageReference::isLatest).orElse(false);
        if (latest
            && Written.has(container, "imagePullPolicy")
            && (policy.equals("IfNotPresent") || policy.equals("Never"))) {
          scope
              .report(
                  Place.of(container, "image"),
                  "each node keeps its own \"" + container.image() + "\", old or new")
              .related(container.span("imagePullPolicy"), "it is not pulled again");
        }
      }
    }
  }

  private static int replicas(Workload workload) {
    if (workload instanceof Deployment deployment) {
      return deployment.replicas();
    }
    if (workload instanceof StatefulSet set) {
      return set.replicas();
    }
    return workload instanceof ReplicaSet set ? set.replicas() : 0;
  }
}
