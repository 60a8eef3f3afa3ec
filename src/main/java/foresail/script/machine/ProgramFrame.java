package foresail.script.machine;

import foresail.script.syntax.Program;
import foresail.script.world.Effect;
import java.util.List;

/** A script: line by line, as a shell reads it, up to what cannot be read. */
class ProgramFrame extends Frame {
  private final Program program;
  private int next;

  ProgramFrame(Program program) {
    this.program = program;
  }

  @Override
  boolean betweenCommands() {
    return true;
  }

  @Override
  final boolean hasMore() {
    return next < program.lines().size();
  }

  @Override
  final void step(Process process) {
    if (next < program.lines().size()) {
      process.push(Frames.of(program.lines().get(next++)));
    } else if (program.problem().isPresent() && next++ == program.lines().size()) {
      problem(process);
    } else {
      process.pop(program.lines().isEmpty() && program.problem().isEmpty() ? 0 : process.status);
    }
  }

  private void problem(Process process) {
    var problem = program.problem().orElseThrow();
    if (problem.certain()) {
      process.error(process.shell.name + ": syntax error: " + problem.message() + "\n");
      process.exit(2);
    } else {
      process.request(
          new Effect.Unknown(
              List.of(process.shell.name), problem.message(), problem.at(), process.isLast()),
          answer -> process.exit(Answers.status(answer)));
    }
  }
}
