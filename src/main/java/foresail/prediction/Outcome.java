package foresail.prediction;

/**
 * One of the ends that a pod came to in several runs.
 *
 * @param share of the runs, above 0 and at most 1
 */
public record Outcome(End end, double share) {}
