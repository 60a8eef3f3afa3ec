package foresail.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is done to the cluster during a run.
 *
 * @param namespace of objects that name none
 * @param until where the run ends, behind the prelude; empty for the usual horizon
 * @param start wall time of 0 s; empty where nobody said: only schedules depend on it
 * @param steps in the order of their times; steps of one time as they are written
 * @param containers what cannot be read from the manifests; the first that matches wins
 * @param prelude what happens until then is not told, and all times are told from there
 */
public record Scenario(
    Optional<String> namespace,
    Optional<Duration> until,
    Optional<Instant> start,
    List<Step> steps,
    List<ContainerFacts> containers,
    Duration prelude) {
  public Scenario {
    requireNonNull(namespace);
    requireNonNull(until);
    requireNonNull(start);
    steps = List.copyOf(steps);
    containers = List.copyOf(containers);
    requireNonNull(prelude);
  }

  /** Told from its first moment. */
  public Scenario(
      Optional<String> namespace,
      Optional<Duration> until,
      Optional<Instant> start,
      List<Step> steps,
      List<ContainerFacts> containers) {
    this(namespace, until, start, steps, containers, Duration.ZERO);
  }
}
