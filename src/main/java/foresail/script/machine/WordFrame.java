package foresail.script.machine;

import foresail.script.syntax.Dialect;
import foresail.script.word.Expansion;
import foresail.script.word.ExpansionFailure;
import foresail.script.world.Effect;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A frame that expands words. */
abstract class WordFrame extends Frame {
  private Replay replay;

  /** Whether what was expanded last used the output of an unknown program. */
  final boolean usedUnknown() {
    return replay != null && replay.isUnknown();
  }

  /**
   * Expands; empty where a command must run first, or where the expansion failed and the frame is
   * gone. The caller then just returns: its step is called again.
   */
  final <T> Optional<T> expand(Process process, Function<Expansion, T> expansion) {
    if (replay == null) {
      replay = new Replay(process);
    }
    replay.begin();
    try {
      var result = Optional.of(expansion.apply(new Expansion(replay)));
      replay.commit();
      return result;
    } catch (Replay.NeedsOutput needed) {
      process.push(new SubstitutionFrame(needed.body, needed.asFile, replay));
    }
    return Optional.empty();
  }

  /** POSIX shells end at a failed expansion, with 2. */
  static void failed(Process process, ExpansionFailure failure) {
    if (failure.kind() == ExpansionFailure.Kind.UNSUPPORTED) {
      process.request(
          new Effect.Unknown(
              List.of(process.shell.name), failure.getMessage(), -1, process.isLast()),
          answer -> process.exit(Answers.status(answer)));
      return;
    }
    process.error(process.shell.name + ": " + failure.getMessage() + "\n");
    if (process.shell.dialect != Dialect.BASH) {
      process.exit(2);
    } else if (failure.kind() == ExpansionFailure.Kind.UNSET) {
      process.exit(process.shell.errexit ? 1 : 127);
    } else {
      nextLine(process);
    }
  }

  /** bash gives up only the line of the script that it was executing; a subshell ends. */
  private static void nextLine(Process process) {
    int depth = process.depth();
    int script = 0;
    for (var frame : process.frames()) {
      if (frame instanceof ProgramFrame) {
        script = depth;
      }
      depth--;
    }
    if (process.pid == process.shell.ownPid && script > 0) {
      process.popTo(script);
      process.status = 1;
    } else {
      process.exit(1);
    }
  }
}
