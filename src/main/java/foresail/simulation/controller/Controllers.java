package foresail.simulation.controller;

import foresail.simulation.api.Autoscaler;
import foresail.simulation.api.Claim;
import foresail.simulation.api.ControllerRevision;
import foresail.simulation.api.CronJob;
import foresail.simulation.api.DaemonSet;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Deployment;
import foresail.simulation.api.DisruptionBudget;
import foresail.simulation.api.EndpointSlice;
import foresail.simulation.api.Job;
import foresail.simulation.api.Kind;
import foresail.simulation.api.Pod;
import foresail.simulation.api.ReplicaSet;
import foresail.simulation.api.StatefulSet;
import foresail.simulation.controller.autoscaler.AutoscalerController;
import foresail.simulation.controller.cronjob.CronJobController;
import foresail.simulation.controller.daemonset.DaemonSetController;
import foresail.simulation.controller.deployment.DeploymentController;
import foresail.simulation.controller.disruption.DisruptionController;
import foresail.simulation.controller.endpoint.EndpointsController;
import foresail.simulation.controller.garbage.GarbageCollector;
import foresail.simulation.controller.job.JobController;
import foresail.simulation.controller.job.TtlController;
import foresail.simulation.controller.namespace.NamespaceController;
import foresail.simulation.controller.node.PodGarbage;
import foresail.simulation.controller.node.TaintEviction;
import foresail.simulation.controller.replicaset.ReplicaSetController;
import foresail.simulation.controller.statefulset.StatefulSetController;
import foresail.simulation.controller.volume.ClaimController;
import foresail.simulation.controller.volume.EphemeralClaims;
import foresail.simulation.controller.volume.VolumeProtection;
import foresail.simulation.facts.Assumptions;
import foresail.simulation.store.Environment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All controllers, as the kube-controller-manager runs them. */
public final class Controllers {
  /** Where nobody says when a run begins, it begins at the beginning of a day. */
  private static final Instant SOME_MIDNIGHT = Instant.parse("2026-01-01T00:00:00Z");

  private static final List<Kind<?>> OWNERS_AND_OWNED =
      List.of(
          Deployment.KIND,
          ReplicaSet.KIND,
          ReplicaSet.REPLICATION_CONTROLLER,
          StatefulSet.KIND,
          DaemonSet.KIND,
          Job.KIND,
          CronJob.KIND,
          ControllerRevision.KIND,
          Pod.KIND,
          Claim.KIND,
          Declared.SERVICE,
          EndpointSlice.KIND);

  private static final List<Kind<?>> OTHERS_IN_NAMESPACES =
      List.of(
          Declared.CONFIG_MAP,
          Declared.SECRET,
          Declared.SERVICE_ACCOUNT,
          Declared.LIMIT_RANGE,
          Declared.RESOURCE_QUOTA,
          Autoscaler.KIND,
          DisruptionBudget.KIND);

  private Controllers() {}

  private static List<Kind<?>> contents() {
    return Stream.concat(OWNERS_AND_OWNED.stream(), OTHERS_IN_NAMESPACES.stream())
        .filter(kind -> kind != (Kind<?>) Pod.KIND)
        .toList();
  }

  /**
   * Has every controller watch; they act as soon as the clock runs.
   *
   * @param start wall time at which the clock stands at zero; only schedules depend on it
   * @param assumptions where to note what they take for granted
   */
  public static void start(Environment env, Optional<Instant> start, Assumptions assumptions) {
    new DeploymentController(env);
    new ReplicaSetController(env, ReplicaSet.KIND);
    new ReplicaSetController(env, ReplicaSet.REPLICATION_CONTROLLER);
    new StatefulSetController(env);
    new DaemonSetController(env);
    new JobController(env);
    new TtlController(env);
    new CronJobController(env, start.orElse(SOME_MIDNIGHT));
    new EndpointsController(env);
    new ClaimController(env, assumptions);
    new EphemeralClaims(env);
    new VolumeProtection(env);
    new AutoscalerController(env, assumptions);
    new DisruptionController(env);
    new TaintEviction(env);
    new PodGarbage(env);
    new GarbageCollector(env, OWNERS_AND_OWNED);
    new NamespaceController(env, contents());
  }
}
