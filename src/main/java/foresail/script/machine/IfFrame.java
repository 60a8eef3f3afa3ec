package foresail.script.machine;

import foresail.script.syntax.Command;

final class IfFrame extends Frame {
  private final Command.If choice;
  private int branch;
  private boolean tested;
  private boolean chosen;

  IfFrame(Command.If choice) {
    this.choice = choice;
  }

  @Override
  boolean betweenCommands() {
    return true;
  }

  @Override
  boolean hasMore() {
    return !chosen;
  }

  @Override
  void step(Process process) {
    if (chosen) {
      process.pop();
    } else if (branch < choice.branches().size()) {
      var present = choice.branches().get(branch);
      if (!tested) {
        tested = true;
        process.push(new TestedFrame(Frames.of(present.condition())));
      } else if (process.status == 0) {
        chosen = true;
        process.push(Frames.of(present.body()));
      } else {
        tested = false;
        branch++;
      }
    } else if (choice.otherwise().isPresent()) {
      chosen = true;
      process.push(Frames.of(choice.otherwise().get()));
    } else {
      process.pop(0);
    }
  }
}
