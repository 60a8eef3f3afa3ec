package foresail.script.machine;

import foresail.script.syntax.Command;

/** A compound command with redirections. */
final class RedirectedFrame extends RedirectingFrame {
  private final Command.Redirected redirected;
  private boolean started;

  RedirectedFrame(Command.Redirected redirected) {
    this.redirected = redirected;
  }

  @Override
  void step(Process process) {
    if (started) {
      process.pop();
      return;
    }
    switch (redirect(process, redirected.redirections())) {
      case READY -> {
        started = true;
        process.push(Frames.of(redirected.command()));
      }
      case FAILED -> {
        process.pop();
        process.checked(1);
      }
      case WAITING -> {
        // This step is called again.
      }
    }
  }
}
