package foresail.rule.check;

import foresail.model.Deployment;
import foresail.model.KubernetesObject;
import foresail.rule.Check;
import foresail.rule.Scope;

/** Rollouts whose new pod waits for the disk of the old one. */
public final class RollingUpdateHoldsVolume implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (!(object instanceof Deployment deployment)
        || deployment.replicas() != 1
        || deployment.recreate()
        || deployment.maxUnavailable().scaled(1, false) > 0) {
      return;
    }
    MountedClaims.reportNotShared(
        scope,
        claim ->
            "the new pod of "
                + Words.of(deployment)
                + " needs the volume that the old one still has");
  }
}
