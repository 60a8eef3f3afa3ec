package foresail.script.machine;

import foresail.script.syntax.Command;

/** Says which frame executes which node of the syntax tree. */
final class Frames {
  private Frames() {}

  /** The same in a process that was just forked: a subshell needs no second one. */
  static Frame inChild(Command command) {
    return of(command instanceof Command.Subshell subshell ? subshell.body() : command);
  }

  static Frame of(Command command) {
    if (command instanceof Command.Simple simple) {
      return new SimpleFrame(simple);
    } else if (command instanceof Command.Sequence sequence) {
      return new SequenceFrame(sequence);
    } else if (command instanceof Command.AndOr list) {
      return new AndOrFrame(list);
    } else if (command instanceof Command.Pipeline pipeline) {
      return new PipelineFrame(pipeline);
    } else if (command instanceof Command.If choice) {
      return new IfFrame(choice);
    } else if (command instanceof Command.Loop loop) {
      return new LoopFrame(loop);
    } else if (command instanceof Command.For loop) {
      return new ForFrame(loop);
    } else if (command instanceof Command.ArithmeticFor loop) {
      return new ArithmeticForFrame(loop);
    } else if (command instanceof Command.Case choice) {
      return new CaseFrame(choice);
    } else if (command instanceof Command.FunctionDefinition function) {
      return new DefinitionFrame(function);
    } else if (command instanceof Command.Subshell subshell) {
      return new SubshellFrame(subshell.body());
    } else if (command instanceof Command.Group group) {
      return of(group.body());
    } else if (command instanceof Command.Redirected redirected) {
      return new RedirectedFrame(redirected);
    } else if (command instanceof Command.Conditional conditional) {
      return new ConditionalFrame(conditional.condition());
    } else if (command instanceof Command.ArithmeticCommand arithmetic) {
      return new ArithmeticFrame(arithmetic.expression());
    }
    throw new AssertionError(command);
  }
}
