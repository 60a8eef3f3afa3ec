package foresail.simulation.controller.deployment;

import foresail.simulation.api.Deployment;
import foresail.simulation.api.ReplicaSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The annotations by which a Deployment remembers: which revision a ReplicaSet is, and for which
 * size of the Deployment it was scaled last. Also throws away what is too old.
 *
 * <p>Source: pkg/controller/deployment/util/deployment_util.go and cleanupDeployment in sync.go,
 * v1.36. The Deployment's other annotations, which the real one copies, change nothing here.
 */
final class Revisions {
  static final String REVISION = "deployment.kubernetes.io/revision";
  private static final String DESIRED_REPLICAS = "deployment.kubernetes.io/desired-replicas";
  private static final String MAX_REPLICAS = "deployment.kubernetes.io/max-replicas";

  private Revisions() {}

  /** The number for a template that comes into use now. */
  static long next(Rollout rollout) {
    return rollout.old().stream().mapToLong(Revisions::of).max().orElse(0) + 1;
  }

  static long of(ReplicaSet set) {
    return number(set, REVISION).orElse(0L);
  }

  /** Gives a ReplicaSet its revision, and the Deployment too; a later one is kept. */
  static void mark(Rollout rollout, ReplicaSet set, long revision) {
    String text = Long.toString(Math.max(revision, of(set)));
    rollout
        .env()
        .api()
        .update(
            ReplicaSet.KIND,
            set.key(),
            before -> before.withMetadata(before.metadata().withAnnotation(REVISION, text)));
    rollout
        .env()
        .api()
        .update(
            Deployment.KIND,
            rollout.deployment().key(),
            before -> before.withMetadata(before.metadata().withAnnotation(REVISION, text)));
  }

  /** Notes on a ReplicaSet for which size of the Deployment it was scaled. */
  static void rememberSize(Rollout rollout, ReplicaSet set) {
    RolloutBounds bounds = rollout.bounds();
    rollout
        .env()
        .api()
        .update(
            ReplicaSet.KIND,
            set.key(),
            before ->
                before.withMetadata(
                    before
                        .metadata()
                        .withAnnotation(DESIRED_REPLICAS, Integer.toString(bounds.replicas()))
                        .withAnnotation(MAX_REPLICAS, Integer.toString(bounds.maxPods()))));
  }

  /** The Deployment's replicas when this ReplicaSet was scaled last. */
  static Optional<Long> desiredReplicas(ReplicaSet set) {
    return number(set, DESIRED_REPLICAS);
  }

  /** The Deployment's replicas and surge when this ReplicaSet was scaled last. */
  static Optional<Long> maxReplicas(ReplicaSet set) {
    return number(set, MAX_REPLICAS);
  }

  /** Deletes the oldest empty ReplicaSets beyond revisionHistoryLimit. */
  static void cleanUp(Rollout rollout) {
    int limit = rollout.deployment().spec().revisionHistoryLimit();
    List<ReplicaSet> old = new ArrayList<>(rollout.old());
    old.removeIf(ReplicaSet::deleting);
    old.sort(Comparator.comparingLong(Revisions::of));
    for (ReplicaSet set : old.subList(0, Math.max(0, old.size() - limit))) {
      boolean empty = set.replicas() == 0 && set.status().replicas() == 0;
      if (empty && set.status().observedGeneration() >= set.metadata().generation()) {
        rollout.env().api().delete(ReplicaSet.KIND, set.key());
      }
    }
  }

  private static Optional<Long> number(ReplicaSet set, String annotation) {
    return Optional.ofNullable(set.metadata().annotations().get(annotation)).map(Long::valueOf);
  }
}
