package foresail.script.machine;

import foresail.script.syntax.Command;
import java.util.List;

/** for name in words. */
final class ForFrame extends WordFrame implements Frame.Loop {
  private final Command.For loop;
  private List<String> values;
  private int next;

  ForFrame(Command.For loop) {
    this.loop = loop;
  }

  @Override
  boolean betweenCommands() {
    return values != null;
  }

  @Override
  boolean hasMore() {
    return true;
  }

  @Override
  void step(Process process) {
    if (values == null) {
      var words = loop.words();
      if (words.isEmpty()) {
        values = process.shell.positional;
      } else {
        expand(process, expansion -> expansion.fields(words.get()))
            .ifPresent(fields -> values = fields);
      }
    } else if (next == values.size()) {
      process.pop(next == 0 ? 0 : process.status);
    } else {
      process.shell.variables.set(loop.name(), values.get(next++));
      process.push(Frames.of(loop.body()));
    }
  }

  @Override
  public void next(Process process) {}
}
