package foresail.script.machine;

import foresail.script.syntax.Command;

/** Defines a function. */
final class DefinitionFrame extends Frame {
  private final Command.FunctionDefinition function;

  DefinitionFrame(Command.FunctionDefinition function) {
    this.function = function;
  }

  @Override
  void step(Process process) {
    process.shell.functions.put(function.name(), function.body());
    process.pop(0);
  }
}
