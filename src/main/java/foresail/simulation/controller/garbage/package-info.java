/** Garbage collection: what belongs to something that is gone goes too. */
package foresail.simulation.controller.garbage;
