/** What becomes of pods whose node falls silent, gets a taint, or does not exist. */
package foresail.simulation.controller.node;
