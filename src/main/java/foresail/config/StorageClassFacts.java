package foresail.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * A storage class of the cluster.
 *
 * @param isDefault whether claims that name none get it
 * @param waitForFirstConsumer whether a claim is bound only when a pod wants it
 * @param binds how long a claim waits for its volume; empty where it waits for ever
 */
public record StorageClassFacts(
    String name, boolean isDefault, boolean waitForFirstConsumer, Optional<Duration> binds) {
  /** What a class is taken for of which only the name is known. */
  public static final Duration USUAL_BINDING = Duration.ofSeconds(1);

  public StorageClassFacts {
    requireNonNull(name);
    requireNonNull(binds);
  }
}
