package foresail.script.machine;

import foresail.script.syntax.Word;

/** {@code (( expression ))}: fails where it is 0. */
final class ArithmeticFrame extends WordFrame {
  private final Word expression;

  ArithmeticFrame(Word expression) {
    this.expression = expression;
  }

  @Override
  void step(Process process) {
    expand(process, words -> words.number(expression))
        .ifPresent(
            value -> {
              process.pop();
              process.checked(value != 0 ? 0 : 1);
            });
  }
}
