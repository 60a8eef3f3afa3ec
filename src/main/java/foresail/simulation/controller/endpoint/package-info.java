/** Endpoints: which pods stand behind a Service. */
package foresail.simulation.controller.endpoint;
