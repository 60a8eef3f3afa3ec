package foresail.simulation.controller.statefulset;

import foresail.simulation.api.Phase;
import foresail.simulation.api.Pod;
import foresail.simulation.api.StatefulSet;
import foresail.simulation.controller.PodPredicates;
import foresail.simulation.store.ApiServer;
import foresail.source.Node;
import foresail.source.ScalarNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a StatefulSet's status says of its pods.
 *
 * <p>Source: updateStatus and completeRollingUpdate in pkg/controller/statefulset, v1.36.
 */
final class StatefulSetStatuses {
  private static final int DEFAULT_HISTORY = 10;

  private StatefulSetStatuses() {}

  static void write(
      ApiServer api, StatefulSet set, List<Pod> pods, Revisions revisions, Duration now) {
    StatefulSet.Status status = of(set, pods, revisions, now);
    api.updateStatus(StatefulSet.KIND, set.key(), before -> before.withStatus(status));
  }

  private static StatefulSet.Status of(
      StatefulSet set, List<Pod> pods, Revisions revisions, Duration now) {
    int ready = 0;
    int available = 0;
    int current = 0;
    int updated = 0;
    for (Pod pod : pods) {
      if (pod.status().phase() == Phase.RUNNING && pod.ready()) {
        ready++;
        if (PodPredicates.available(pod, set.spec().minReadySeconds(), now)) {
          available++;
        }
      }
      if (!pod.deleting()) {
        String revision = Replicas.revision(pod);
        current += revision.equals(revisions.current().name()) ? 1 : 0;
        updated += revision.equals(revisions.update().name()) ? 1 : 0;
      }
    }
    boolean complete =
        !set.spec().onDelete()
            && updated == set.replicas()
            && ready == set.replicas()
            && pods.size() == set.replicas();
    return new StatefulSet.Status(
        set.metadata().generation(),
        pods.size(),
        ready,
        available,
        complete ? updated : current,
        updated,
        complete ? revisions.update().name() : revisions.current().name(),
        revisions.update().name());
  }

  static int historyLimit(StatefulSet set) {
    Optional<Node> limit = set.spec().manifest().root().at("spec", "revisionHistoryLimit");
    return limit.isPresent() && limit.get() instanceof ScalarNode number
        ? Integer.parseInt(number.text())
        : DEFAULT_HISTORY;
  }
}
