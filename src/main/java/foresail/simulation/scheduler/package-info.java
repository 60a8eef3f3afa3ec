/**
 * Finds a node for each pod, or says why there is none.
 *
 * <p>Where to look: {@link foresail.simulation.scheduler.Scheduler} takes one pod after the other;
 * {@code NodeSearch} looks for nodes that it fits on; {@code NodeFilters} lists the checks in the
 * scheduler's order, one class each; {@code FitMessage} composes {@code 0/3 nodes are available:
 * ...}; {@code Preemption} makes room, and {@code BudgetViolations} says which pods are to be
 * spared; {@code ClaimCheck} looks at volumes. {@link foresail.simulation.scheduler.ClusterView} is
 * what is where; the kubelet's own admission uses it too.
 *
 * <p>Source: pkg/scheduler, v1.36.
 */
package foresail.simulation.scheduler;
