/** What the kinds around nodes and priorities must keep to: PriorityClass, RuntimeClass, Lease. */
package foresail.validation.node;
