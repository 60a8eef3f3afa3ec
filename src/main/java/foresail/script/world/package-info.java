/**
 * The border between a running script and its surroundings.
 *
 * <p>What a script asks is of two kinds. What takes no virtual time - files, the date, printing -
 * is asked through {@link foresail.script.world.World} at once, at the instant at which the machine
 * is advanced. What may take time - sleeping, connecting, a program that nobody knows - is an
 * {@link foresail.script.world.Effect} that the caller answers with an {@link
 * foresail.script.world.Answer} when its own clock says so.
 */
package foresail.script.world;
