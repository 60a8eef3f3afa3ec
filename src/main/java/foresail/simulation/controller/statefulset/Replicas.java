package foresail.simulation.controller.statefulset;

import foresail.simulation.api.Pod;
import foresail.simulation.api.StatefulSet;
import foresail.simulation.controller.PodPredicates;
import foresail.simulation.controller.RevisionHistory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A StatefulSet's pods by their numbers.
 *
 * @param wanted one place for each number that is to be there, ascending; empty where its pod is
 *     missing
 * @param condemned pods whose number is beyond the range, highest first
 */
record Replicas(int first, List<Optional<Pod>> wanted, List<Pod> condemned) {
  static Replicas of(StatefulSet set, List<Pod> pods) {
    int first = set.spec().firstOrdinal();
    List<Optional<Pod>> wanted = new ArrayList<>();
    for (int i = 0; i < set.replicas(); i++) {
      wanted.add(Optional.empty());
    }
    List<Pod> condemned = new ArrayList<>();
    for (Pod pod : pods) {
      int index = ordinal(set, pod) - first;
      if (index >= 0 && index < wanted.size()) {
        wanted.set(index, Optional.of(pod));
      } else if (ordinal(set, pod) >= 0) {
        condemned.add(pod);
      }
    }
    condemned.sort(Comparator.comparingInt((Pod pod) -> ordinal(set, pod)).reversed());
    return new Replicas(first, wanted, condemned);
  }

  /** The number in a pod's name; negative where it is not one of the set's names. */
  static int ordinal(StatefulSet set, Pod pod) {
    String prefix = set.name() + "-";
    if (!pod.name().startsWith(prefix)) {
      return -1;
    }
    try {
      return Integer.parseInt(pod.name().substring(prefix.length()));
    } catch (NumberFormatException notANumber) {
      return -1;
    }
  }

  /** The number of a place. */
  int ordinal(int index) {
    return first + index;
  }

  static String revision(Pod pod) {
    return pod.metadata().labels().getOrDefault(RevisionHistory.LABEL, "");
  }

  /** The pod with the lowest number that is not available; empty where that one is missing. */
  Optional<Pod> firstUnhealthy(int minReadySeconds, Duration now) {
    for (Optional<Pod> pod : wanted) {
      if (pod.isEmpty()) {
        return Optional.empty(); // it is a missing one: no pod that is there
      }
      if (!available(pod.get(), minReadySeconds, now)) {
        return pod;
      }
    }
    for (int i = condemned.size() - 1; i >= 0; i--) {
      if (!available(condemned.get(i), minReadySeconds, now)) {
        return Optional.of(condemned.get(i));
      }
    }
    return Optional.empty();
  }

  /** Whether it runs, is ready for long enough, and nobody wants it gone. */
  static boolean available(Pod pod, int minReadySeconds, Duration now) {
    return PodPredicates.active(pod) && PodPredicates.available(pod, minReadySeconds, now);
  }
}
