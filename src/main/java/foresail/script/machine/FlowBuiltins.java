package foresail.script.machine;

import foresail.script.syntax.Dialect;
import foresail.script.world.Effect;
import foresail.script.world.FileSystem.Kind;
import foresail.script.world.FileSystem.Reading;
import foresail.script.world.Paths;
import java.util.List;
import java.util.Optional;

/** Built-ins that change what is executed next. */
final class FlowBuiltins {
  private FlowBuiltins() {}

  static void exit(Process process, List<String> words) {
    process.exit(status(process, words));
  }

  private static int status(Process process, List<String> words) {
    if (words.size() < 2) {
      return process.status;
    }
    try {
      return (int) Long.parseLong(words.get(1).strip()) & 0xff;
    } catch (NumberFormatException notANumber) {
      process.error(words.get(0) + ": Illegal number: " + words.get(1) + "\n");
      return 2;
    }
  }

  static void returns(Process process, List<String> words) {
    int status = status(process, words);
    int depth = process.depth();
    for (var frame : process.frames()) {
      depth--;
      if (frame instanceof Frame.Returns) {
        process.popTo(depth);
        process.status = status;
        return;
      }
    }
    process.exit(status);
  }

  static void breaks(Process process, List<String> words) {
    leave(process, words, false);
  }

  static void continues(Process process, List<String> words) {
    leave(process, words, true);
  }

  /** Leaves as many loops as are asked for, or all there are. */
  private static void leave(Process process, List<String> words, boolean goesOn) {
    int wanted = 1;
    if (words.size() > 1) {
      try {
        wanted = Math.max(1, Integer.parseInt(words.get(1)));
      } catch (NumberFormatException notANumber) {
        process.error(words.get(0) + ": Illegal number: " + words.get(1) + "\n");
        process.exit(2);
        return;
      }
    }
    int depth = process.depth();
    int target = -1;
    Frame.Loop loop = null;
    for (var frame : process.frames()) {
      depth--;
      if (frame instanceof Frame.Returns) {
        break;
      }
      if (frame instanceof Frame.Loop found) {
        target = depth;
        loop = found;
        if (--wanted == 0) {
          break;
        }
      }
    }
    process.status = 0;
    if (loop != null) {
      process.popTo(goesOn ? target + 1 : target);
      if (goesOn) {
        loop.next(process);
      }
    } else if (process.isInLoop()) {
      // In a subshell within a loop: it ends, the loop outside goes on.
      process.exit(0);
    }
  }

  static void eval(Process process, List<String> words) {
    var text = String.join(" ", words.subList(1, words.size()));
    process.status = 0;
    process.push(new ProgramFrame(process.machine.parse(text, process.shell.dialect)));
  }

  static void source(Process process, List<String> words) {
    if (words.size() < 2) {
      process.status = 2;
      return;
    }
    var name = words.get(1);
    var reading = process.machine.read(process, found(process, name));
    if (reading instanceof Reading.Text text) {
      process.status = 0;
      var program = process.machine.parse(text.text(), process.shell.dialect);
      process.push(new SourceFrame(program, words.subList(2, words.size())));
    } else if (reading instanceof Reading.Failed) {
      process.error(process.shell.name + ": " + name + ": not found\n");
      if (process.shell.dialect == Dialect.BASH) {
        process.status = 1;
      } else {
        process.exit(2);
      }
    } else {
      process.request(
          new Effect.Unknown(
              words, "the content of " + name + " is not known", -1, process.isLast()),
          answer -> process.status = Answers.status(answer));
    }
  }

  /** A name without a slash is looked for in PATH, then in the working directory. */
  private static String found(Process process, String name) {
    if (name.indexOf('/') < 0) {
      for (var directory : process.shell.variables.get("PATH").orElse("").split(":")) {
        var path = Paths.resolve(directory.isEmpty() ? "." : directory, name);
        var status = process.machine.world().files().status(path);
        if (!directory.isEmpty() && status.filter(s -> s.kind() == Kind.FILE).isPresent()) {
          return path;
        }
      }
    }
    return name;
  }

  static void exec(Process process, List<String> words) {
    int command = 1;
    while (command < words.size() && words.get(command).startsWith("-")) {
      command += words.get(command).equals("-a") ? 2 : 1;
    }
    if (command >= words.size()) {
      process.status = 0;
      return;
    }
    var argv = words.subList(command, words.size());
    // The redirections of exec hold for the new program: it starts before they are undone.
    process.replaceBy(new CommandFrame(argv, -1, true));
  }

  /** {@code command name ...} skips functions; {@code command -v name} tells what would run. */
  static void command(Process process, List<String> words) {
    var rest = words.subList(1, words.size());
    if (rest.isEmpty()) {
      process.status = 0;
    } else if (rest.get(0).equals("-v") || rest.get(0).equals("-V")) {
      StateBuiltins.tell(process, rest.subList(1, rest.size()));
    } else {
      var operands =
          rest.get(0).equals("-p") || rest.get(0).equals("--")
              ? rest.subList(1, rest.size())
              : rest;
      Optional<Builtin> builtin =
          operands.isEmpty() ? Optional.empty() : Builtins.find(operands.get(0));
      if (builtin.isPresent()) {
        builtin.get().run(process, operands);
      } else {
        process.push(new CommandFrame(operands, -1, false));
      }
    }
  }
}
