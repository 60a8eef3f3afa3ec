/**
 * What runs in containers: scripts on the virtual clock, programs that the cluster facts tell of,
 * and programs of which nothing is known, with the assumption that is made about them.
 */
package foresail.simulation.process;
