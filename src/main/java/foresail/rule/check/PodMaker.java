package foresail.rule.check;

import foresail.graph.Graph;
import foresail.graph.Place;
import foresail.model.CronJob;
import foresail.model.DaemonSet;
import foresail.model.Deployment;
import foresail.model.HorizontalPodAutoscaler;
import foresail.model.Job;
import foresail.model.JobSpec;
import foresail.model.ReplicaSet;
import foresail.model.ReplicationController;
import foresail.model.StatefulSet;
import foresail.model.Workload;
import java.util.Optional;

/**
 * How many pods a workload wants at once.
 *
 * @param pods of a DaemonSet one: nobody knows the nodes
 * @param ends whether the pods end by themselves
 * @param place where the number is written
 */
record PodMaker(Workload workload, int pods, boolean ends, Place place) {
  static Optional<PodMaker> of(Workload workload, Graph graph) {
    if (workload instanceof Deployment deployment) {
      return Optional.of(running(workload, deployment.replicas(), graph));
    }
    if (workload instanceof StatefulSet set) {
      return Optional.of(running(workload, set.replicas(), graph));
    }
    if (workload instanceof ReplicaSet set) {
      return Optional.of(running(workload, set.replicas(), graph));
    }
    if (workload instanceof ReplicationController controller) {
      return Optional.of(running(workload, controller.replicas(), graph));
    }
    if (workload instanceof DaemonSet) {
      return Optional.of(new PodMaker(workload, 1, false, Place.of(workload.metadata(), "name")));
    }
    if (workload instanceof Job || workload instanceof CronJob) {
      return Jobs.of(workload).filter(job -> !job.suspend()).map(job -> task(workload, job));
    }
    return Optional.empty();
  }

  private static PodMaker running(Workload workload, int replicas, Graph graph) {
    int pods = replicas;
    for (HorizontalPodAutoscaler autoscaler : graph.autoscalersOf(workload)) {
      pods = Math.max(autoscaler.minReplicas(), Math.min(replicas, autoscaler.maxReplicas()));
    }
    boolean written = workload.node().at("spec", "replicas").filter(n -> !n.added()).isPresent();
    Place place =
        written ? Place.of(workload, "spec", "replicas") : Place.of(workload.metadata(), "name");
    return new PodMaker(workload, pods, false, place);
  }

  private static PodMaker task(Workload workload, JobSpec job) {
    int pods = Math.min(job.parallelism(), job.completions().orElse(job.parallelism()));
    boolean written = job.node().get("parallelism").filter(n -> !n.added()).isPresent();
    Place place = written ? Place.of(job, "parallelism") : Place.of(workload.metadata(), "name");
    return new PodMaker(workload, pods, true, place);
  }
}
