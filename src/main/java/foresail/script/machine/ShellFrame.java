package foresail.script.machine;

import foresail.script.ShellInvocation;
import foresail.script.syntax.Dialect;
import foresail.script.world.Effect;
import foresail.script.world.FileSystem.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** A shell that starts in this process: a fresh state, then its script. */
final class ShellFrame extends Frame {
  private final ShellInvocation call;
  private final int at;
  private final StringBuilder input = new StringBuilder();
  private boolean started;
  private boolean reads;

  ShellFrame(ShellInvocation call, int at) {
    this.call = call;
    this.at = at;
  }

  @Override
  void step(Process process) {
    if (!started) {
      started = true;
      begin(process);
    } else if (reads) {
      readInput(process);
    } else {
      process.pop();
    }
  }

  private void begin(Process process) {
    var before = process.shell;
    var variables = new LinkedHashMap<String, Variable>();
    before
        .variables
        .environment()
        .forEach((name, value) -> variables.put(name, Variable.of(value, true)));
    var shell =
        new Shell(
            call.dialect(), new Variables(variables), before.traps.inherited(), before.directory);
    shell.ownPid = process.pid;
    shell.name = call.name();
    shell.positional = call.positional();
    call.flags().chars().forEach(letter -> shell.option((char) letter, true));
    shell.pipefail = call.pipefail();
    process.shell = shell;
    if (shell.dialect == Dialect.BASH) {
      shell.variables.set("BASH", "/bin/bash");
      shell.variables.set("BASH_VERSION", "5.2.15(1)-release");
    }
    if (call.text().isPresent()) {
      run(process, call.text().get().text());
    } else if (call.file().isPresent()) {
      file(process, call.file().get());
    } else {
      reads = true;
    }
  }

  private static void run(Process process, String text) {
    process.push(new ProgramFrame(process.machine.parse(text, process.shell.dialect)));
  }

  private void file(Process process, String name) {
    var reading = process.machine.read(process, name);
    if (reading instanceof Reading.Text text) {
      run(process, text.text());
    } else if (reading instanceof Reading.Failed failure) {
      process.error(call.name() + ": can't open '" + name + "': " + failure.message() + "\n");
      process.exit(call.dialect() == Dialect.BASH ? 127 : 2);
    } else {
      var words = List.of(call.dialect() == Dialect.BASH ? "bash" : "sh", name);
      process.request(
          new Effect.Unknown(
              words, "the content of " + name + " is not known", at, process.isLast()),
          answer -> process.exit(Answers.status(answer)));
    }
  }

  /** A shell without operands reads its script from standard input. */
  private void readInput(Process process) {
    if (!process.input().canRead()) {
      process.waitFor(process.input()::canRead);
      return;
    }
    Optional<String> line = process.input().readLine();
    if (line.isPresent()) {
      input.append(line.get());
    } else {
      reads = false;
      process.status = 0;
      run(process, input.toString());
    }
  }
}
