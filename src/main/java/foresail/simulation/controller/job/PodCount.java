package foresail.simulation.controller.job;

import foresail.model.JobSpec;
import foresail.simulation.api.Pod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How many pods a Job is to have, and which indexes they get.
 *
 * <p>Source: manageJob in pkg/controller/job/job_controller.go and firstPendingIndexes in
 * indexed_job_utils.go, v1.36.
 */
final class PodCount {
  private PodCount() {}

  static int wanted(JobSpec spec, int active, Tally tally) {
    if (spec.suspend()) {
      return 0;
    }
    if (spec.completions().isEmpty()) {
      // A work queue: after the first success whoever runs may finish, and nobody else starts.
      return tally.succeeded() > 0 ? active : spec.parallelism();
    }
    int open = spec.completions().get() - tally.succeeded();
    return Math.max(0, Math.min(spec.parallelism(), open));
  }

  /** Active pods that are too many, those first that are missed least. */
  static List<Pod> surplus(JobSpec spec, List<Pod> active, int count, Comparator<Pod> ranking) {
    List<Pod> surplus = new ArrayList<>();
    List<Pod> rest = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (Pod pod : active) {
      Optional<Integer> index = JobPods.index(pod);
      boolean useless =
          spec.indexed()
              && index.isPresent()
              && (index.get() >= spec.completions().orElse(0) || !seen.add(index.get()));
      (useless ? surplus : rest).add(pod);
    }
    rest.sort(ranking);
    surplus.addAll(rest.subList(0, Math.max(0, Math.min(rest.size(), count - surplus.size()))));
    return surplus;
  }

  /** The lowest indexes that have neither ended nor a pod. */
  static List<Integer> pending(JobSpec spec, List<Pod> pods, Tally tally) {
    Set<Integer> taken = new HashSet<>(tally.completedIndexes());
    taken.addAll(tally.failedIndexes());
    for (Pod pod : pods) {
      boolean holds = !pod.terminal() && (!pod.deleting() || JobPods.waitsForEnd(spec));
      if (holds) {
        JobPods.index(pod).ifPresent(taken::add);
      }
    }
    List<Integer> pending = new ArrayList<>();
    for (int index = 0; index < spec.completions().orElse(0); index++) {
      if (!taken.contains(index)) {
        pending.add(index);
      }
    }
    return pending;
  }
}
