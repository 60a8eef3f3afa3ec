/**
 * Kubernetes' notations for single values: quantities, durations, names, image references, cron
 * schedules, label selectors.
 *
 * <p>Knows nothing of manifests; every other package may use it.
 */
package foresail.notation;
