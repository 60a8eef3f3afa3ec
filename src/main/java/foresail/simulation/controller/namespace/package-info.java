/** Namespaces: what becomes of all that is in one that is deleted. */
package foresail.simulation.controller.namespace;
