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

  /** A shell that runs a script ends at a failed expansion. */
  static void failed(Process process, ExpansionFailure failure) {
    if (failure.unsupported()) {
      process.request(
          new Effect.Unknown(
              List.of(process.shell.name), failure.getMessage(), -1, process.isLast()),
          answer -> process.exit(Answers.status(answer)));
      return;
    }
    process.error(process.shell.name + ": " + failure.getMessage() + "\n");
    process.exit(process.shell.dialect == Dialect.BASH ? 1 : 2);
  }
}
