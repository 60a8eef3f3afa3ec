package foresail.simulation.controller.deployment;

import foresail.model.LabelSelector;
import foresail.model.PodTemplate;
import foresail.simulation.api.Condition;
import foresail.simulation.api.Deployment;
import foresail.simulation.api.ObjectMeta;
import foresail.simulation.api.OwnerReference;
import foresail.simulation.api.ReplicaSet;
import foresail.simulation.controller.TemplateHash;
import foresail.simulation.controller.Templates;
import foresail.simulation.store.Created;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the ReplicaSet of the Deployment's template, or makes it.
 *
 * <p>Source: getNewReplicaSet in pkg/controller/deployment/sync.go, v1.36.
 */
final class NewReplicaSet {
  /** What the server says to a write that knows of an older state; it is tried again. */
  private static final String CONFLICT = "the object has been modified";

  private NewReplicaSet() {}

  /** Brings the revision, minReadySeconds and conditions of the current one up to date. */
  static void refresh(Rollout rollout) {
    Optional<ReplicaSet> current = rollout.current();
    if (current.isEmpty()) {
      return;
    }
    ReplicaSet set = current.get();
    Revisions.mark(rollout, set, Revisions.next(rollout));
    int minReadySeconds = rollout.deployment().spec().minReadySeconds();
    rollout
        .env()
        .api()
        .updateSpec(
            ReplicaSet.KIND, set.key(), before -> before.withMinReadySeconds(minReadySeconds));
    if (Progress.hasDeadline(rollout.deployment())
        && Condition.find(rollout.deployment().status().conditions(), Progress.TYPE).isEmpty()) {
      Progress.found(rollout, set.name());
    }
  }

  /**
   * The current one, made now if need be.
   *
   * @return why it could not be made; empty where it is there
   */
  static Optional<String> ensure(Rollout rollout) {
    if (rollout.current().isPresent()) {
      refresh(rollout);
      return Optional.empty();
    }
    int collisions = 0;
    while (true) {
      ReplicaSet wanted = of(rollout, collisions);
      Created<ReplicaSet> answer = rollout.env().api().create(wanted);
      if (answer.object().isPresent()) {
        created(rollout, answer.object().get());
        return rollout.outdated() ? Optional.of(CONFLICT) : Optional.empty();
      }
      if (!answer.reason().equals("AlreadyExists")) {
        Progress.couldNotCreate(rollout, wanted.name(), answer.message());
        return Optional.of(answer.message());
      }
      collisions++; // somebody else's ReplicaSet has this name
    }
  }

  private static void created(Rollout rollout, ReplicaSet set) {
    if (set.replicas() > 0) {
      rollout.tellScaled(set.name(), 0, set.replicas());
    }
    Revisions.mark(rollout, set, Revisions.next(rollout));
    Revisions.rememberSize(rollout, set);
    if (Progress.hasDeadline(rollout.deployment()) && !rollout.outdated()) {
      Progress.created(rollout, set.name());
    }
  }

  private static ReplicaSet of(Rollout rollout, int collisions) {
    Deployment deployment = rollout.deployment();
    PodTemplate template = deployment.spec().template();
    String hash = TemplateHash.of(template, collisions);
    PodTemplate hashed = Templates.withLabel(template, Templates.HASH_LABEL, hash);
    var metadata =
        ObjectMeta.named(deployment.namespace(), deployment.name() + "-" + hash)
            .withLabels(hashed.metadata().labels())
            .withOwners(List.of(OwnerReference.controlledBy(deployment)));
    return new ReplicaSet(
        ReplicaSet.KIND,
        metadata,
        deployment.spec().selector().map(selector -> withHash(selector, hash)),
        hashed,
        firstSize(rollout),
        deployment.spec().minReadySeconds(),
        ReplicaSet.Status.NEW);
  }

  /** All replicas where there is room; else what maxSurge leaves. */
  private static int firstSize(Rollout rollout) {
    RolloutBounds bounds = rollout.bounds();
    if (rollout.deployment().spec().recreate()) {
      return bounds.replicas();
    }
    return Math.max(0, Math.min(bounds.replicas(), bounds.maxPods() - rollout.wanted()));
  }

  private static LabelSelector withHash(LabelSelector selector, String hash) {
    Map<String, String> labels = new LinkedHashMap<>(selector.matchLabels());
    labels.put(Templates.HASH_LABEL, hash);
    return new LabelSelector(selector.node(), labels, selector.matchExpressions());
  }
}
