package foresail.script.machine;

import foresail.script.syntax.Command;

/** while and until. */
final class LoopFrame extends Frame implements Frame.Loop {
  private final Command.Loop loop;
  private boolean tested;
  private boolean ran;
  private int bodyStatus;

  LoopFrame(Command.Loop loop) {
    this.loop = loop;
  }

  @Override
  boolean betweenCommands() {
    return true;
  }

  /** A program in an endless loop may as well be a server that is to be started again. */
  @Override
  boolean hasMore() {
    return tested || !Command.isAlwaysTrue(loop.condition());
  }

  @Override
  void step(Process process) {
    if (!tested) {
      bodyStatus = ran ? process.status : 0;
      tested = true;
      process.push(new TestedFrame(Frames.of(loop.condition())));
    } else if ((process.status == 0) != loop.until()) {
      tested = false;
      ran = true;
      process.push(Frames.of(loop.body()));
    } else {
      process.pop(bodyStatus);
    }
  }

  @Override
  public void next(Process process) {
    tested = false;
  }
}
