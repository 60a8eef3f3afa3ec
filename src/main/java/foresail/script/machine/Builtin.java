package foresail.script.machine;

import java.util.List;

/** A command that is part of the shell, because it changes the shell itself. */
@FunctionalInterface
interface Builtin {
  /**
   * Runs it: sets the process's status, or pushes a frame that will, or leaves frames.
   *
   * @param words the command's words, its name first
   */
  void run(Process process, List<String> words);
}
