package foresail.script.machine;

/** Around a command whose status is looked at, so that set -e does not. */
final class TestedFrame extends Frame {
  private final Frame command;
  private boolean started;

  TestedFrame(Frame command) {
    this.command = command;
  }

  @Override
  boolean hasMore() {
    return true;
  }

  @Override
  void step(Process process) {
    if (started) {
      process.pop();
    } else {
      started = true;
      process.shell.tested++;
      process.push(command);
    }
  }

  @Override
  void close(Process process) {
    if (started) {
      process.shell.tested--;
    }
  }
}
