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
 * @param until where the run ends; empty for the usual horizon
 * @param start wall time of 0 s; empty where nobody said: only schedules depend on it
 * @param steps in the order of their times; steps of one time as they are written
 * @param containers what cannot be read from the manifests; the first that matches wins
 */
public record Scenario(
    Optional<String> namespace,
    Optional<Duration> until,
    Optional<Instant> start,
    List<Step> steps,
    List<ContainerFacts> containers) {
  public Scenario {
    requireNonNull(namespace);
    requireNonNull(until);
    requireNonNull(start);
    steps = List.copyOf(steps);
    containers = List.copyOf(containers);
  }
}
