package foresail.rule.check;

import foresail.admission.OutOfBounds;
import foresail.graph.Place;
import foresail.model.CronJob;
import foresail.model.DaemonSet;
import foresail.model.Deployment;
import foresail.model.Job;
import foresail.model.Pod;
import foresail.model.ReplicaSet;
import foresail.model.ReplicationController;
import foresail.model.StatefulSet;
import foresail.model.Workload;

/** How it is told that the server accepts a workload and refuses its pods. */
final class RefusedPods {
  private RefusedPods() {}

  /** The refusal of a pod, or of those of a workload, in the server's words. */
  static String message(Workload workload, String refusal) {
    String words = forbidden(workload, refusal);
    return workload instanceof Pod ? words : creator(workload) + " creates no pod: " + words;
  }

  /** {@code pods "web-..." is forbidden: ...}. */
  static String forbidden(Workload workload, String refusal) {
    return "pods \"" + podName(workload) + "\" is forbidden: " + refusal;
  }

  /** What the user sees of it. */
  static String consequence(Workload workload) {
    if (workload instanceof Pod) {
      return "kubectl prints the refusal; there is no such pod";
    }
    String accepted = "the " + workload.kind() + " is accepted; ";
    if (workload instanceof Deployment) {
      return accepted
          + "event FailedCreate of its ReplicaSet and condition ReplicaFailure tell why";
    }
    return workload instanceof CronJob
        ? accepted + "event FailedCreate of its Jobs tells why"
        : accepted + "its event FailedCreate tells why";
  }

  /** Who creates the pods. */
  static String creator(Workload workload) {
    if (workload instanceof Deployment) {
      return "the ReplicaSet of " + Words.of(workload);
    }
    return workload instanceof CronJob ? "every Job of " + Words.of(workload) : Words.of(workload);
  }

  private static String podName(Workload workload) {
    String name = workload.name();
    if (workload instanceof Pod) {
      return name.isEmpty() ? workload.metadata().generateName() : name;
    }
    return workload instanceof StatefulSet set ? name + "-" + set.firstOrdinal() : name + "-...";
  }

  /** Whether pods are made of it, unlike a mere template. */
  static boolean makesPods(Workload workload) {
    return workload instanceof Pod
        || workload instanceof Deployment
        || workload instanceof ReplicaSet
        || workload instanceof ReplicationController
        || workload instanceof StatefulSet
        || workload instanceof DaemonSet
        || workload instanceof Job
        || workload instanceof CronJob;
  }

  /** The amount at fault, or where nobody wrote it the container's name. */
  static Place place(OutOfBounds violation, Workload workload) {
    return violation
        .container()
        .map(
            container ->
                container.node().get("resources").filter(node -> !node.added()).isPresent()
                    ? Place.of(container, "resources", violation.part(), violation.resource())
                    : Place.of(container, "name"))
        .orElseGet(() -> Place.of(workload.template().spec().containers().get(0), "name"));
  }
}
