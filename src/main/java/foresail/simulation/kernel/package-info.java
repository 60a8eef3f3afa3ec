/**
 * The virtual clock: what happens next, and when. Knows nothing of Kubernetes.
 *
 * <p>{@link foresail.simulation.kernel.EventQueue} holds what is still to happen, ordered by (time,
 * priority, sequence number), so that a run never depends on threads, hashing or the wall clock.
 * {@link foresail.simulation.kernel.Jitter} is the only source of chance.
 */
package foresail.simulation.kernel;
