/**
 * Jobs: pods that are to end, made anew until enough of them have succeeded or too many failed.
 *
 * <p>{@code JobSync} is one look at a Job; {@code JobEnd} says whether it is over and why, {@code
 * PodCount} how many pods there are to be, {@code Backoff} how long to wait after failures.
 */
package foresail.simulation.controller.job;
