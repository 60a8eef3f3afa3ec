/**
 * What the kinds around nodes and priorities must keep to: Node, PriorityClass, RuntimeClass,
 * Lease.
 */
package foresail.validation.node;
