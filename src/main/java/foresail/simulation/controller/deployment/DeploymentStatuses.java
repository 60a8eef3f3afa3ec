package foresail.simulation.controller.deployment;

import foresail.simulation.api.Condition;
import foresail.simulation.api.Deployment;
import foresail.simulation.api.DeploymentStatus;
import foresail.simulation.api.ReplicaSet;
import java.util.List;
import java.util.Optional;

/**
 * Counts a Deployment's pods by its ReplicaSets' statuses, and writes that down.
 *
 * <p>Source: calculateStatus in pkg/controller/deployment/sync.go, v1.36.
 */
final class DeploymentStatuses {
  private DeploymentStatuses() {}

  /** Writes the counts alone: after scaling, which is no progress. */
  static void write(Rollout rollout) {
    write(rollout, count(rollout));
  }

  /** Writes the counts, and what they say about the rollout. */
  static void writeWithProgress(Rollout rollout) {
    DeploymentStatus judged = Progress.judge(rollout, count(rollout));
    write(
        rollout,
        judged.withConditions(
            Progress.withReplicaFailure(rollout, judged.conditions()), judged.progressedAt()));
  }

  private static void write(Rollout rollout, DeploymentStatus status) {
    rollout
        .env()
        .api()
        .updateStatus(
            Deployment.KIND, rollout.deployment().key(), before -> before.withStatus(status));
  }

  private static DeploymentStatus count(Rollout rollout) {
    Deployment deployment = rollout.deployment();
    List<ReplicaSet> all = rollout.all();
    int available = rollout.available();
    return new DeploymentStatus(
        deployment.metadata().generation(),
        Rollout.sum(all, set -> set.status().replicas()),
        rollout.current().map(set -> set.status().replicas()).orElse(0),
        Rollout.sum(all, set -> set.status().readyReplicas()),
        available,
        Math.max(0, rollout.wanted() - available),
        Rollout.sum(all, set -> set.status().terminatingReplicas()),
        available(rollout, deployment.status().conditions(), available),
        deployment.status().progressedAt());
  }

  private static List<Condition> available(
      Rollout rollout, List<Condition> conditions, int available) {
    boolean enough = available >= rollout.bounds().minAvailable();
    var now =
        new Condition(
            "Available",
            enough ? Condition.TRUE : Condition.FALSE,
            enough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
            enough
                ? "Deployment has minimum availability."
                : "Deployment does not have minimum availability.",
            rollout.now());
    Optional<Condition> before = Condition.find(conditions, "Available");
    return before.filter(now::says).isPresent() ? conditions : Condition.put(conditions, now);
  }
}
