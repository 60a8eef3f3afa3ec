package foresail.simulation.facts;

import java.time.Duration;
import java.util.Optional;

/**
 * Something outside a container that keeps its script waiting.
 *
 * @param podUid of the container's pod
 * @param text one line: {@code Service "db" does not exist}; empty where the wait is over
 * @param awaited what is asked for, where it is one object
 */
public record Observation(
    Duration at, String podUid, String container, String text, Optional<Awaited> awaited) {}
