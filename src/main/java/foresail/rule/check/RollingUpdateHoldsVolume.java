package foresail.rule.check;

import foresail.finding.Severity;
import foresail.model.Deployment;
import foresail.model.KubernetesObject;
import foresail.rule.Check;
import foresail.rule.Draft;
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
    for (MountedClaims.Mounted mounted : MountedClaims.of(scope)) {
      boolean onePod = MountedClaims.isForOnePod(mounted.claim());
      if (onePod || MountedClaims.isForOneNode(mounted.claim())) {
        Draft draft =
            scope
                .report(
                    mounted.reference().at(),
                    "the new pod of "
                        + Words.of(deployment)
                        + " needs the volume that the old one still has")
                .related(
                    mounted.claim().spec().span("accessModes"),
                    onePod ? "for one pod only" : "for one node only");
        if (onePod) {
          draft.severity(Severity.ERROR);
        }
      }
    }
  }
}
