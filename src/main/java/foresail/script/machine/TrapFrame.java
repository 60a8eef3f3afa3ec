package foresail.script.machine;

/** Runs the action of a trap; the status before it is kept unless the action leaves the shell. */
final class TrapFrame extends Frame {
  private final String action;
  private final int before;
  private boolean started;

  TrapFrame(String action, int before) {
    this.action = action;
    this.before = before;
  }

  @Override
  void step(Process process) {
    if (started) {
      process.pop(before);
    } else {
      started = true;
      process.push(new ProgramFrame(process.machine.parse(action, process.shell.dialect)));
    }
  }
}
