/**
 * What the API server stores: live objects with metadata, spec and status. Records, never changed;
 * a new state is a new record.
 *
 * <p>The specs are those of {@code foresail.model}; metadata and status are the cluster's own and
 * stand here.
 */
package foresail.simulation.api;
