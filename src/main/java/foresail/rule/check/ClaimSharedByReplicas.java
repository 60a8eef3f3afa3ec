package foresail.rule.check;

import foresail.model.Deployment;
import foresail.model.HorizontalPodAutoscaler;
import foresail.model.KubernetesObject;
import foresail.model.ReplicaSet;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.Scope;
import java.util.List;

/** Replicas that share a disk which only one node can have. */
public final class ClaimSharedByReplicas implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (!(object instanceof Workload workload) || replicas(workload, scope) <= 1) {
      return;
    }
    MountedClaims.reportNotShared(
        scope,
        claim -> "the replicas of " + Words.of(workload) + " share claim \"" + claim.name() + "\"");
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
