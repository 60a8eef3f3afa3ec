package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Deployment;
import foresail.model.KubernetesObject;
import foresail.rule.Check;
import foresail.rule.Scope;

/** Deployments that do not roll. */
public final class PausedDeployment implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof Deployment deployment && deployment.paused()) {
      scope.report(Place.of(deployment, "spec", "paused"), Words.of(deployment) + " is paused");
    }
  }
}
