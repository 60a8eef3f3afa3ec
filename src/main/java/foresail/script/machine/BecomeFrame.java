package foresail.script.machine;

import foresail.script.command.Outcome;
import java.util.LinkedHashMap;

/** Another program takes the place of the process, with a changed environment. */
final class BecomeFrame extends Frame {
  private final Outcome.Become become;
  private final int at;

  BecomeFrame(Outcome.Become become, int at) {
    this.become = become;
    this.at = at;
  }

  @Override
  void step(Process process) {
    process.pop();
    var variables = new LinkedHashMap<String, Variable>();
    if (!become.onlyThese()) {
      process
          .shell
          .variables
          .environment()
          .forEach((name, value) -> variables.put(name, Variable.of(value, true)));
    }
    become.variables().forEach((name, value) -> variables.put(name, Variable.of(value, true)));
    process.shell.variables = new Variables(variables);
    process.push(new CommandFrame(become.argv(), at, true));
  }
}
