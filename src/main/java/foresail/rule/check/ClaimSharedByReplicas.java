package foresail.rule.check;

import foresail.finding.Severity;
import foresail.model.Deployment;
import foresail.model.HorizontalPodAutoscaler;
import foresail.model.KubernetesObject;
import foresail.model.ReplicaSet;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.Draft;
import foresail.rule.Scope;
import java.util.List;

/** Replicas that share a disk which only one node can have. */
public final class ClaimSharedByReplicas implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (!(object instanceof Workload workload) || replicas(workload, scope) <= 1) {
      return;
    }
    for (MountedClaims.Mounted mounted : MountedClaims.of(scope)) {
      boolean onePod = MountedClaims.isForOnePod(mounted.claim());
      if (onePod || MountedClaims.isForOneNode(mounted.claim())) {
        Draft draft =
            scope
                .report(
                    mounted.reference().at(),
                    "the replicas of "
                        + Words.of(workload)
                        + " share claim \""
                        + mounted.claim().name()
                        + "\"")
                .related(
                    mounted.claim().spec().span("accessModes"),
                    onePod ? "for one pod only" : "for one node only");
        if (onePod) {
          draft.severity(Severity.ERROR);
        }
      }
    }
  }

  private static int replicas(Workload workload, Scope scope) {
    int written =
        workload instanceof Deployment deployment
            ? deployment.replicas()
            : workload instanceof ReplicaSet set ? set.replicas() : 0;
    if (written == 0) {
      return 0;
    }
    List<HorizontalPodAutoscaler> autoscalers = scope.graph().autoscalersOf(workload);
    return autoscalers.isEmpty() ? written : autoscalers.get(0).minReplicas();
  }
}
