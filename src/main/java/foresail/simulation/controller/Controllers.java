package foresail.simulation.controller;

import foresail.simulation.api.Deployment;
import foresail.simulation.api.Pod;
import foresail.simulation.api.ReplicaSet;
import foresail.simulation.controller.deployment.DeploymentController;
import foresail.simulation.controller.garbage.GarbageCollector;
import foresail.simulation.controller.replicaset.ReplicaSetController;
import foresail.simulation.store.Environment;
import java.util.List;

/** All controllers, as the kube-controller-manager runs them. */
public final class Controllers {
  private Controllers() {}

  /** Has every controller watch; they act as soon as the clock runs. */
  public static void start(Environment env) {
    new DeploymentController(env);
    new ReplicaSetController(env, ReplicaSet.KIND);
    new ReplicaSetController(env, ReplicaSet.REPLICATION_CONTROLLER);
    new GarbageCollector(
        env,
        List.of(Deployment.KIND, ReplicaSet.KIND, ReplicaSet.REPLICATION_CONTROLLER, Pod.KIND));
  }
}
