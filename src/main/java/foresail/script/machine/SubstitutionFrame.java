package foresail.script.machine;

import foresail.script.syntax.Command;
import foresail.script.syntax.Dialect;
import foresail.script.syntax.Program;
import foresail.script.syntax.Redirection;
import foresail.script.syntax.Word;
import foresail.script.world.FileSystem.Reading;
import java.util.Optional;

/** Runs a command substitution in a child and hands its output to the expansion that waits. */
final class SubstitutionFrame extends WordFrame {
  private final Program body;
  private final boolean asFile;
  private final Replay waiting;
  private Process child;
  private Pipe pipe;

  SubstitutionFrame(Program body, boolean asFile, Replay waiting) {
    this.body = body;
    this.asFile = asFile;
    this.waiting = waiting;
  }

  @Override
  boolean hasMore() {
    return true;
  }

  @Override
  void step(Process process) {
    if (child != null) {
      finish(process);
      return;
    }
    var file = onlyReads();
    if (file.isPresent()) {
      var name = expand(process, words -> words.text(file.get()));
      name.ifPresent(path -> readFile(process, path));
      return;
    }
    pipe = new Pipe();
    child = process.fork();
    child.descriptors.set(1, pipe.writer);
    if (process.shell.dialect == Dialect.BASH) {
      // bash clears set -e in a command substitution.
      child.shell.errexit = false;
    }
    child.push(new ProgramFrame(body));
    process.waitFor(() -> pipe.ended() && child.ended());
  }

  private void finish(Process process) {
    process.substitutionStatus = child.status;
    process.pop();
    var output = pipe.drain();
    waiting.add(asFile ? process.machine.keep(output) : stripped(output), pipe.isUnknown());
  }

  /** {@code $(<file)} is the content of the file. */
  private Optional<Word> onlyReads() {
    if (body.lines().size() == 1
        && body.lines().get(0) instanceof Command.Sequence sequence
        && sequence.entries().size() == 1
        && sequence.entries().get(0).command() instanceof Command.Simple simple
        && simple.words().isEmpty()
        && simple.assignments().isEmpty()
        && simple.redirections().size() == 1
        && simple.redirections().get(0).kind() == Redirection.Kind.READ) {
      return Optional.of(simple.redirections().get(0).target());
    }
    return Optional.empty();
  }

  private void readFile(Process process, String name) {
    var reading = process.machine.read(process, name);
    process.pop();
    if (reading instanceof Reading.Text text) {
      process.substitutionStatus = 0;
      waiting.add(stripped(text.text()), false);
    } else {
      process.error(process.shell.name + ": can't open " + name + "\n");
      process.substitutionStatus = 1;
      waiting.add("", reading instanceof Reading.Unknowable);
    }
  }

  private static String stripped(String output) {
    int end = output.length();
    while (end > 0 && output.charAt(end - 1) == '\n') {
      end--;
    }
    return output.substring(0, end);
  }
}
