package foresail.script.machine;

import foresail.script.syntax.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call of a function: its own positional parameters, and variables that it made local. */
final class FunctionFrame extends Frame implements Frame.Returns {
  private final Command body;
  private final List<String> arguments;
  private final Map<String, Optional<Variable>> locals = new LinkedHashMap<>();
  private List<String> before;

  FunctionFrame(Command body, List<String> arguments) {
    this.body = body;
    this.arguments = arguments;
  }

  @Override
  void step(Process process) {
    if (before == null) {
      before = process.shell.positional;
      process.shell.positional = arguments;
      process.push(Frames.of(body));
    } else {
      process.pop();
    }
  }

  /** Notes a variable, to be put back when the function is left. */
  void makeLocal(Process process, String name) {
    locals.putIfAbsent(name, process.shell.variables.find(name));
  }

  @Override
  void close(Process process) {
    if (before != null) {
      process.shell.positional = before;
    }
    locals.forEach(process.shell.variables::restore);
  }
}
