package foresail.prediction;

import java.time.Duration;

/**
 * When something happened in nine of ten runs.
 *
 * @param from the 5th percentile
 * @param to the 95th percentile
 */
public record Range(Duration from, Duration to) {}
