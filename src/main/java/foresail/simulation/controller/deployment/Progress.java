package foresail.simulation.controller.deployment;

import foresail.simulation.api.Condition;
import foresail.simulation.api.Deployment;
import foresail.simulation.api.DeploymentStatus;
import foresail.simulation.api.EventType;
import foresail.simulation.api.ReplicaSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Condition Progressing: whether the rollout moves, is done, or took longer than
 * progressDeadlineSeconds.
 *
 * <p>Source: pkg/controller/deployment/progress.go and util/deployment_util.go, v1.36.
 */
final class Progress {
  static final String TYPE = "Progressing";
  private static final String DONE = "NewReplicaSetAvailable";
  private static final String TIMED_OUT = "ProgressDeadlineExceeded";
  private static final String PAUSED = "DeploymentPaused";
  private static final String RESUMED = "DeploymentResumed";

  /** The controller looks again this long after the deadline. */
  private static final Duration AFTER_DEADLINE = Duration.ofSeconds(1);

  private Progress() {}

  static boolean hasDeadline(Deployment deployment) {
    return deployment.spec().progressDeadlineSeconds() != Integer.MAX_VALUE;
  }

  static void created(Rollout rollout, String set) {
    write(
        rollout, Condition.TRUE, "NewReplicaSetCreated", "Created new replica set \"" + set + "\"");
  }

  static void found(Rollout rollout, String set) {
    write(rollout, Condition.TRUE, "FoundNewReplicaSet", "Found new replica set \"" + set + "\"");
  }

  static void couldNotCreate(Rollout rollout, String set, String why) {
    String message = "Failed to create new replica set \"" + set + "\": " + why;
    if (hasDeadline(rollout.deployment())) {
      write(rollout, Condition.FALSE, "ReplicaSetCreateError", message);
    }
    rollout
        .env()
        .events()
        .record(rollout.deployment(), EventType.WARNING, "ReplicaSetCreateError", message);
  }

  /** While it is paused no deadline counts; from the moment it goes on the deadline counts anew. */
  static void notePause(Rollout rollout) {
    Deployment deployment = rollout.deployment();
    String reason = condition(deployment).map(Condition::reason).orElse("");
    if (!hasDeadline(deployment) || reason.equals(TIMED_OUT)) {
      return;
    }
    boolean paused = deployment.spec().paused();
    if (paused && !reason.equals(PAUSED)) {
      write(rollout, Condition.UNKNOWN, PAUSED, "Deployment is paused");
      rollout.outdate();
    } else if (!paused && reason.equals(PAUSED)) {
      write(rollout, Condition.UNKNOWN, RESUMED, "Deployment is resumed");
      rollout.outdate();
    }
  }

  /** The status with the condition as the counts, compared with those before, say. */
  static DeploymentStatus judge(Rollout rollout, DeploymentStatus counted) {
    Deployment deployment = rollout.deployment();
    if (!hasDeadline(deployment)) {
      return counted.withConditions(
          Condition.remove(counted.conditions(), TYPE), counted.progressedAt());
    }
    Optional<Condition> before = condition(deployment);
    boolean wasDone =
        counted.replicas() == counted.updatedReplicas()
            && before.filter(c -> c.reason().equals(DONE)).isPresent();
    if (wasDone) {
      return counted;
    }
    String subject =
        rollout
            .current()
            .map(set -> "ReplicaSet \"" + set.name() + "\"")
            .orElseGet(() -> "Deployment \"" + deployment.name() + "\"");
    Duration now = rollout.now();
    if (complete(deployment, counted)) {
      return put(counted, Condition.TRUE, DONE, subject + " has successfully progressed.", now);
    }
    if (moved(deployment.status(), counted)) {
      DeploymentStatus moved =
          put(counted, Condition.TRUE, "ReplicaSetUpdated", subject + " is progressing.", now);
      return moved.withConditions(moved.conditions(), now);
    }
    if (timedOut(deployment, rollout.counting())) {
      return put(counted, Condition.FALSE, TIMED_OUT, subject + " has timed out progressing.", now);
    }
    return counted;
  }

  /** Whether all replicas are of the new template and available, and no others are left. */
  static boolean complete(Deployment deployment, DeploymentStatus status) {
    int replicas = deployment.replicas();
    return status.updatedReplicas() == replicas
        && status.replicas() == replicas
        && status.availableReplicas() == replicas
        && status.observedGeneration() >= deployment.metadata().generation();
  }

  private static boolean moved(DeploymentStatus before, DeploymentStatus now) {
    return now.updatedReplicas() > before.updatedReplicas()
        || now.replicas() - now.updatedReplicas() < before.replicas() - before.updatedReplicas()
        || now.readyReplicas() > before.readyReplicas()
        || now.availableReplicas() > before.availableReplicas();
  }

  private static boolean timedOut(Deployment deployment, Duration now) {
    Optional<Condition> before = condition(deployment);
    if (before.isEmpty() || before.get().reason().equals(DONE)) {
      return false;
    }
    return before.get().reason().equals(TIMED_OUT) || deadline(deployment).compareTo(now) < 0;
  }

  private static Duration deadline(Deployment deployment) {
    return deployment
        .status()
        .progressedAt()
        .plusSeconds(deployment.spec().progressDeadlineSeconds());
  }

  /** In how long to look whether the deadline has passed; empty where none counts. */
  static Optional<Duration> nextLook(Rollout rollout) {
    Deployment deployment = rollout.deployment();
    Optional<Condition> condition = condition(deployment);
    if (!hasDeadline(deployment)
        || condition.isEmpty()
        || condition.get().reason().equals(TIMED_OUT)
        || complete(deployment, deployment.status())) {
      return Optional.empty();
    }
    Duration left = deadline(deployment).minus(rollout.counting());
    return left.isNegative() ? Optional.empty() : Optional.of(left.plus(AFTER_DEADLINE));
  }

  /** The failure to make pods that a ReplicaSet tells of; the new one's counts first. */
  static List<Condition> withReplicaFailure(Rollout rollout, List<Condition> conditions) {
    List<ReplicaSet> order = new ArrayList<>();
    rollout.current().ifPresent(order::add);
    order.addAll(rollout.old());
    for (ReplicaSet set : order) {
      Optional<Condition> failure = Condition.find(set.status().conditions(), "ReplicaFailure");
      if (failure.isPresent()) {
        return Condition.put(conditions, failure.get());
      }
    }
    return Condition.remove(conditions, "ReplicaFailure");
  }

  private static Optional<Condition> condition(Deployment deployment) {
    return Condition.find(deployment.status().conditions(), TYPE);
  }

  private static void write(Rollout rollout, String status, String reason, String message) {
    rollout
        .env()
        .api()
        .updateStatus(
            Deployment.KIND,
            rollout.deployment().key(),
            before ->
                before.withStatus(put(before.status(), status, reason, message, rollout.now())));
  }

  /** One with the same status and reason stays as it is, with its message and moment. */
  private static DeploymentStatus put(
      DeploymentStatus status, String value, String reason, String message, Duration now) {
    Optional<Condition> before = Condition.find(status.conditions(), TYPE);
    if (before.filter(c -> c.status().equals(value) && c.reason().equals(reason)).isPresent()) {
      return status;
    }
    return status.withConditions(
        Condition.put(status.conditions(), new Condition(TYPE, value, reason, message, now)), now);
  }
}
