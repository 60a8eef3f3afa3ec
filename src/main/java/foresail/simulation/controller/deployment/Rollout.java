package foresail.simulation.controller.deployment;

import foresail.simulation.api.Deployment;
import foresail.simulation.api.EventType;
import foresail.simulation.api.Key;
import foresail.simulation.api.ReplicaSet;
import foresail.simulation.controller.StoredTime;
import foresail.simulation.controller.Templates;
import foresail.simulation.store.Environment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * One Deployment with its ReplicaSets, as they are at each moment, and the only way in which this
 * package changes a ReplicaSet's size.
 */
final class Rollout {
  private final Environment env;
  private final StoredTime stored;
  private final Key key;
  private boolean outdated;

  Rollout(Environment env, StoredTime stored, Key key) {
    this.env = env;
    this.stored = stored;
    this.key = key;
  }

  Environment env() {
    return env;
  }

  /** Notes that this sync has written a status since it read the Deployment. */
  void outdate() {
    outdated = true;
  }

  /** Whether the real controller's next write of the status would meet a conflict. */
  boolean outdated() {
    return outdated;
  }

  Duration now() {
    return env.clock().now();
  }

  /** Now, as far as the progress deadline counts. */
  Duration counting() {
    return stored.now();
  }

  Deployment deployment() {
    return env.api().get(Deployment.KIND, key).orElseThrow();
  }

  RolloutBounds bounds() {
    return RolloutBounds.of(deployment());
  }

  /** All its ReplicaSets, oldest first. */
  List<ReplicaSet> all() {
    return env.api().controlledBy(ReplicaSet.KIND, deployment().uid());
  }

  /** The oldest ReplicaSet with the Deployment's template: an old one serves again. */
  Optional<ReplicaSet> current() {
    Deployment deployment = deployment();
    for (ReplicaSet set : all()) {
      if (Templates.same(set.template(), deployment.spec().template())) {
        return Optional.of(set);
      }
    }
    return Optional.empty();
  }

  /** The ReplicaSets of other templates, oldest first. */
  List<ReplicaSet> old() {
    Optional<String> current = current().map(ReplicaSet::uid);
    List<ReplicaSet> old = new ArrayList<>(all());
    old.removeIf(set -> current.equals(Optional.of(set.uid())));
    return old;
  }

  /** The ReplicaSets of other templates that are to have pods, oldest first. */
  List<ReplicaSet> activeOld() {
    return active(old());
  }

  static List<ReplicaSet> active(List<ReplicaSet> sets) {
    return sets.stream().filter(set -> set.replicas() > 0).toList();
  }

  static int sum(List<ReplicaSet> sets, ToIntFunction<ReplicaSet> count) {
    return sets.stream().mapToInt(count).sum();
  }

  /** How many pods all ReplicaSets together ask for. */
  int wanted() {
    return sum(all(), ReplicaSet::replicas);
  }

  int available() {
    return sum(all(), set -> set.status().availableReplicas());
  }

  /** Gives a ReplicaSet another size and tells so; returns whether that was a change. */
  boolean scale(ReplicaSet set, int replicas) {
    Revisions.rememberSize(this, set);
    if (set.replicas() == replicas) {
      return false;
    }
    env.api().updateSpec(ReplicaSet.KIND, set.key(), before -> before.withReplicas(replicas));
    tellScaled(set.name(), set.replicas(), replicas);
    return true;
  }

  void tellScaled(String set, int from, int to) {
    env.events()
        .record(
            deployment(),
            EventType.NORMAL,
            "ScalingReplicaSet",
            "Scaled %s replica set %s from %d to %d"
                .formatted(to > from ? "up" : "down", set, from, to));
  }
}
