package foresail.simulation.api;

import java.time.Duration;
import java.util.List;

/**
 * A Deployment's status; all counts are of pods that are neither ended nor terminating, but for
 * {@code terminatingReplicas}.
 *
 * @param replicas of all its ReplicaSets
 * @param updatedReplicas of the ReplicaSet with the newest template
 * @param unavailableReplicas how many are still missing for full capacity
 * @param progressedAt when condition Progressing was last confirmed: its lastUpdateTime, from which
 *     the progress deadline counts
 */
public record DeploymentStatus(
    long observedGeneration,
    int replicas,
    int updatedReplicas,
    int readyReplicas,
    int availableReplicas,
    int unavailableReplicas,
    int terminatingReplicas,
    List<Condition> conditions,
    Duration progressedAt) {
  public static final DeploymentStatus NEW =
      new DeploymentStatus(0, 0, 0, 0, 0, 0, 0, List.of(), Duration.ZERO);

  public DeploymentStatus {
    conditions = List.copyOf(conditions);
  }

  public DeploymentStatus withConditions(List<Condition> newConditions, Duration newProgressedAt) {
    return new DeploymentStatus(
        observedGeneration,
        replicas,
        updatedReplicas,
        readyReplicas,
        availableReplicas,
        unavailableReplicas,
        terminatingReplicas,
        newConditions,
        newProgressedAt);
  }
}
