package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.model.PodSpec;
import foresail.model.Volume;
import foresail.model.VolumeSource;
import foresail.notation.Quantity;
import foresail.simulation.runtime.StorageUse;
import java.util.Map;
import java.util.Optional;

/**
 * What a pod may fill of its node's disk: limits of emptyDir volumes, of containers, and of all
 * containers together.
 *
 * <p>Source: pkg/kubelet/eviction/eviction_manager.go (localStorageEviction), v1.36.
 */
final class StorageLimits {
  private static final String RESOURCE = "ephemeral-storage";

  private StorageLimits() {}

  /** Whether the pod has any such limit. */
  static boolean any(PodSpec spec) {
    for (Volume volume : spec.volumes()) {
      if (limit(volume).isPresent()) {
        return true;
      }
    }
    for (Container container : spec.containers()) {
      if (limit(container) != null) {
        return true;
      }
    }
    return false;
  }

  /**
   * The limit that a pod has passed, in the words of its eviction; empty where it keeps to all.
   *
   * @param volumes the bytes in each volume when they were last counted
   * @param now what is filled now
   */
  static Optional<String> passed(PodSpec spec, Map<String, Long> volumes, StorageUse now) {
    for (Volume volume : spec.volumes()) {
      Optional<Quantity> limit = limit(volume);
      if (limit.isPresent() && isMore(volumes.getOrDefault(volume.name(), 0L), limit.get())) {
        return Optional.of(
            "Usage of EmptyDir volume \""
                + volume.name()
                + "\" exceeds the limit \""
                + limit.get()
                + "\". ");
      }
    }
    return together(spec, volumes, now).or(() -> single(spec, now));
  }

  private static Optional<String> together(
      PodSpec spec, Map<String, Long> volumes, StorageUse now) {
    Quantity sum = Quantity.ZERO;
    for (Container container : spec.containers()) {
      Quantity limit = limit(container);
      sum = limit == null ? sum : sum.plus(limit);
    }
    if (sum.sign() == 0) {
      return Optional.empty();
    }
    long used = 0;
    for (long bytes : volumes.values()) {
      used = added(used, bytes);
    }
    for (long bytes : now.containers().values()) {
      used = added(used, bytes);
    }
    return isMore(used, sum)
        ? Optional.of(
            "Pod ephemeral local storage usage exceeds the total limit of containers " + sum + ". ")
        : Optional.empty();
  }

  private static Optional<String> single(PodSpec spec, StorageUse now) {
    for (Container container : spec.containers()) {
      Quantity limit = limit(container);
      long used = now.containers().getOrDefault(container.name(), 0L);
      if (limit != null && isMore(used, limit)) {
        return Optional.of(
            "Container "
                + container.name()
                + " exceeded its local ephemeral storage limit \""
                + limit
                + "\". ");
      }
    }
    return Optional.empty();
  }

  /** A program may fill all there is, which is counted as the most that there can be. */
  private static long added(long first, long second) {
    long sum = first + second;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  private static boolean isMore(long used, Quantity limit) {
    return used > limit.roundedUp();
  }

  private static Quantity limit(Container container) {
    return container.resources().limits().get(RESOURCE);
  }

  private static Optional<Quantity> limit(Volume volume) {
    return volume.source() instanceof VolumeSource.EmptyDir directory
        ? directory.sizeLimit().filter(limit -> limit.sign() > 0)
        : Optional.empty();
  }
}
