package foresail.script.machine;

import foresail.script.syntax.Command;
import foresail.script.syntax.Word;

/** for ((start; condition; step)). */
final class ArithmeticForFrame extends WordFrame implements Frame.Loop {
  private enum State {
    START,
    CONDITION,
    STEP
  }

  private final Command.ArithmeticFor loop;
  private State state = State.START;
  private boolean ran;
  private int bodyStatus;

  ArithmeticForFrame(Command.ArithmeticFor loop) {
    this.loop = loop;
  }

  @Override
  boolean betweenCommands() {
    return true;
  }

  @Override
  boolean hasMore() {
    return true;
  }

  @Override
  void step(Process process) {
    switch (state) {
      case START ->
          expand(process, words -> words.number(loop.start()))
              .ifPresent(n -> state = State.CONDITION);
      case CONDITION -> {
        bodyStatus = ran ? process.status : 0;
        expand(process, words -> isBlank(loop.condition()) ? 1L : words.number(loop.condition()))
            .ifPresent(value -> decide(process, value != 0));
      }
      case STEP ->
          expand(process, words -> words.number(loop.step()))
              .ifPresent(n -> state = State.CONDITION);
    }
  }

  private void decide(Process process, boolean goesOn) {
    if (goesOn) {
      state = State.STEP;
      ran = true;
      process.push(Frames.of(loop.body()));
    } else {
      process.pop(bodyStatus);
    }
  }

  private static boolean isBlank(Word word) {
    return word.constant().filter(String::isBlank).isPresent();
  }

  @Override
  public void next(Process process) {
    state = State.STEP;
  }
}
