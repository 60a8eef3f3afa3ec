package foresail.script.machine;

import foresail.script.world.Effect;

/**
 * An effect that a process waits for.
 *
 * @param id to answer it with; never used again
 * @param pid of the process that waits
 */
public record Request(long id, int pid, Effect effect) {}
