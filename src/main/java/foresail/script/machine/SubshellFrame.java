package foresail.script.machine;

import foresail.script.syntax.Command;

/** A subshell in the foreground. */
final class SubshellFrame extends Frame {
  private final Command body;
  private Process child;

  SubshellFrame(Command body) {
    this.body = body;
  }

  @Override
  void step(Process process) {
    if (child == null) {
      child = process.fork();
      child.push(Frames.of(body));
      process.waitFor(child::ended);
    } else {
      process.pop();
      process.checked(child.status);
    }
  }
}
