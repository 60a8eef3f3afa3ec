package foresail.script.machine;

import foresail.script.syntax.Program;
import java.util.List;

/** A file read with {@code .}; operands become its positional parameters. */
final class SourceFrame extends Frame implements Frame.Returns {
  private final Program program;
  private final List<String> arguments;
  private List<String> before;

  SourceFrame(Program program, List<String> arguments) {
    this.program = program;
    this.arguments = arguments;
  }

  @Override
  void step(Process process) {
    if (before != null) {
      process.pop();
      return;
    }
    before = process.shell.positional;
    if (!arguments.isEmpty()) {
      process.shell.positional = List.copyOf(arguments);
    }
    process.push(new ProgramFrame(program));
  }

  @Override
  void close(Process process) {
    if (before != null && !arguments.isEmpty()) {
      process.shell.positional = before;
    }
  }
}
