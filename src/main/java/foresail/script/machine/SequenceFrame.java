package foresail.script.machine;

import foresail.script.syntax.Command;

/** Commands one after the other; those with {@code &} in children of their own. */
final class SequenceFrame extends Frame {
  private final Command.Sequence sequence;
  private int next;

  SequenceFrame(Command.Sequence sequence) {
    this.sequence = sequence;
  }

  @Override
  boolean betweenCommands() {
    return true;
  }

  @Override
  boolean hasMore() {
    return next < sequence.entries().size();
  }

  @Override
  void step(Process process) {
    if (next == sequence.entries().size()) {
      process.pop(next == 0 ? 0 : process.status);
      return;
    }
    var entry = sequence.entries().get(next++);
    if (entry.background()) {
      background(process, entry.command());
    } else {
      process.push(Frames.of(entry.command()));
    }
  }

  private static void background(Process process, Command command) {
    var child = process.fork();
    child.detach();
    // A job without job control reads from nothing.
    child.descriptors.set(0, new OpenFile.Nothing());
    child.push(Frames.inChild(command));
    process.children.put(child.pid, child);
    process.shell.lastBackground = child.pid;
    process.status = 0;
  }
}
