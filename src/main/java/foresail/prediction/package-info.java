/**
 * Tells one run of the simulation in kubectl's words: rows, conditions, Events, and how each pod
 * ends.
 */
package foresail.prediction;
