/**
 * What the API server's admission plugins do with new objects beside looking at their form: quotas,
 * limit ranges.
 */
package foresail.simulation.admission;
