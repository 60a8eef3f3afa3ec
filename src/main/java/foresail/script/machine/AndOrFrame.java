package foresail.script.machine;

import foresail.script.syntax.Command;

/** {@code a && b || c}. */
final class AndOrFrame extends Frame {
  private final Command.AndOr list;
  private int next = -1;

  AndOrFrame(Command.AndOr list) {
    this.list = list;
  }

  @Override
  boolean betweenCommands() {
    return true;
  }

  @Override
  boolean hasMore() {
    return next < list.links().size();
  }

  @Override
  void step(Process process) {
    if (next < 0) {
      next = 0;
      process.push(new TestedFrame(Frames.of(list.first())));
      return;
    }
    while (next < list.links().size()) {
      var link = list.links().get(next++);
      if (link.and() == (process.status == 0)) {
        var frame = Frames.of(link.command());
        // Only the last command of the list counts for set -e.
        process.push(next == list.links().size() ? frame : new TestedFrame(frame));
        return;
      }
    }
    process.pop();
  }
}
