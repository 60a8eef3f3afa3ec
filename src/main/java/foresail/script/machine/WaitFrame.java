package foresail.script.machine;

import java.util.List;

/** {@code wait}: a caught signal ends it at once. */
final class WaitFrame extends Frame {
  private final List<Process> children;
  private final boolean any;

  /** Without operands the status is 0 whatever the jobs' is. */
  private final boolean all;

  WaitFrame(List<Process> children, boolean any, boolean all) {
    this.children = List.copyOf(children);
    this.any = any;
    this.all = all;
  }

  @Override
  boolean interruptible() {
    return true;
  }

  @Override
  void step(Process process) {
    if (!ready()) {
      process.waitFor(this::ready);
      return;
    }
    int status = children.get(children.size() - 1).status;
    for (var child : children) {
      if (any && child.ended()) {
        status = child.status;
        process.children.remove(child.pid);
        break;
      }
    }
    process.pop(all ? 0 : status);
  }

  private boolean ready() {
    return any
        ? children.stream().anyMatch(Process::ended)
        : children.stream().allMatch(Process::ended);
  }
}
