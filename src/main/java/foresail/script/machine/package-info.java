/**
 * Runs scripts: processes as stacks of frames, stepped by the caller of {@link
 * foresail.script.machine.Machine}.
 *
 * <p>Each syntax node has a frame that executes it ({@code Frames} says which); a frame does a
 * small piece of work at a step, pushes another frame, or lets its process wait. Nothing recurses
 * and nothing sleeps, so that a signal can arrive between any two steps.
 */
package foresail.script.machine;
