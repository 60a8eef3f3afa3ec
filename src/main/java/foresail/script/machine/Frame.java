package foresail.script.machine;

/** One level of what a process is doing: the top of its stack acts, the others wait for it. */
abstract class Frame {
  /**
   * Does a small piece of work: pushes a frame, lets the process wait, or pops itself and leaves a
   * status.
   */
  abstract void step(Process process);

  /** Undoes what lasts only as long as the frame; called once, however the frame is left. */
  void close(Process process) {}

  /** Whether a trap may run before the next step: between two commands, not within one. */
  boolean betweenCommands() {
    return false;
  }

  /** Whether a caught signal ends the wait of this frame. */
  boolean interruptible() {
    return false;
  }

  /** Whether commands are left to be run once the frame above this one is done. */
  boolean hasMore() {
    return false;
  }

  /** A loop that break and continue count. */
  interface Loop {
    /** Goes on with the next round. */
    void next(Process process);
  }

  /** A function or a sourced file: what return leaves. */
  interface Returns {}
}
