/** Claims and the volumes that they are bound to. */
package foresail.simulation.controller.volume;
