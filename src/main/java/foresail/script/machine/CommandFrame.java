package foresail.script.machine;

import foresail.script.ShellInvocation;
import foresail.script.command.Commands;
import foresail.script.command.Outcome;
import foresail.script.world.Answer;
import foresail.script.world.Effect;
import foresail.script.world.FileSystem.Kind;
import foresail.script.world.FileSystem.Reading;
import foresail.script.world.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs a program: a known one, a script file, or one that nobody knows. */
final class CommandFrame extends Frame {
  private static final Set<String> USUAL_PLACES =
      Set.of("/bin", "/sbin", "/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin");

  private final List<String> argv;
  private final int at;

  /** Whether it takes the place of the whole process, rather than being called by a shell. */
  private final boolean replaces;

  private Outcome outcome;
  private Process child;
  private long limit = -1;
  private boolean timedOut;

  /** Whether it took anything from standard input. */
  private boolean read;

  /**
   * @param at offset of the command in the script, -1 without
   * @param replaces true in a process of its own: after exec, or as the container's command
   */
  CommandFrame(List<String> argv, int at, boolean replaces) {
    this.argv = argv;
    this.at = at;
    this.replaces = replaces;
  }

  /** A program that is known, but not with these words. */
  static CommandFrame unknowable(List<String> argv, int at, String why) {
    var frame = new CommandFrame(argv, at, false);
    frame.outcome = new Outcome.Unknowable(why);
    return frame;
  }

  @Override
  void step(Process process) {
    if (outcome == null) {
      start(process);
    } else if (outcome instanceof Outcome.Done done) {
      if (read && process.input().isUnknown()) {
        process.descriptors.get(1).ifPresent(OpenFile::markUnknown);
      }
      boolean failed = process.takeWriteFailure();
      process.pop(failed && done.status() == 0 ? 1 : done.status() & 0xff);
    } else if (outcome instanceof Outcome.Await await) {
      process.request(await.effect(), answer -> outcome = await.then().apply(answer));
    } else if (outcome instanceof Outcome.ReadLine reading) {
      readLine(process, reading);
    } else if (outcome instanceof Outcome.Run run) {
      runChild(process, run);
    } else if (outcome instanceof Outcome.Become become) {
      become(process, become);
    } else if (outcome instanceof Outcome.Unknowable unknowable) {
      unknown(process, unknowable.why());
    } else {
      throw new AssertionError(outcome);
    }
  }

  private void start(Process process) {
    if (argv.isEmpty()) {
      outcome = Outcome.done(0);
      return;
    }
    if (replaces) {
      process.commandLine = String.join(" ", argv);
    }
    var name = argv.get(0);
    var world = process.machine.world();
    if (name.isEmpty()) {
      process.error(process.shell.name + ": : not found\n");
      outcome = Outcome.done(127);
    } else if (name.indexOf('/') >= 0 && scriptFile(process, name)) {
      // It runs, or has failed.
    } else if (world.isMissing(name)) {
      if (name.indexOf('/') >= 0 || !onPath(process, name)) {
        notFound(process, name);
      }
    } else if (isShell(name)) {
      startShell(process, ShellInvocation.of(argv).orElseThrow());
    } else {
      startKnown(process, name);
    }
  }

  private static boolean isKnown(String path) {
    return USUAL_PLACES.contains(Paths.parent(path))
        && (isShell(path) || Commands.find(Paths.name(path)).isPresent());
  }

  private static boolean isShell(String name) {
    return ShellInvocation.of(List.of(name)).isPresent();
  }

  private void notFound(Process process, String name) {
    process.error(process.shell.name + ": " + name + ": not found\n");
    outcome = Outcome.done(127);
  }

  private void startKnown(Process process, String name) {
    var place = name.indexOf('/') < 0 ? "/bin" : Paths.parent(name);
    var command =
        USUAL_PLACES.contains(place)
            ? Commands.find(Paths.name(name))
            : Optional.<foresail.script.command.Command>empty();
    if (command.isPresent()) {
      outcome = command.get().run(new Call(process, argv));
    } else if (name.indexOf('/') >= 0 || !onPath(process, name)) {
      unknown(process, "what " + Paths.name(name) + " does is not known");
    }
  }

  private boolean onPath(Process process, String name) {
    for (var directory : process.shell.variables.get("PATH").orElse("").split(":")) {
      if (!directory.isEmpty() && scriptFile(process, directory + "/" + name)) {
        return true;
      }
    }
    return false;
  }

  /** Runs a script of the virtual file system; false where no file is there. */
  private boolean scriptFile(Process process, String name) {
    var path = Paths.resolve(process.shell.directory, name);
    var status = process.machine.world().files().status(path);
    if (status.isEmpty()) {
      return false;
    }
    if (status.get().kind() == Kind.DIRECTORY || (status.get().mode() & 0111) == 0) {
      process.error(process.shell.name + ": " + name + ": Permission denied\n");
      outcome = Outcome.done(126);
      return true;
    }
    if (!(process.machine.world().files().read(path) instanceof Reading.Text text)) {
      if (isKnown(path)) {
        return false; // the image's own
      }
      unknown(process, "what " + name + " does is not known");
      return true;
    }
    var words = new ArrayList<>(shebang(text.text()));
    words.add(name);
    words.addAll(argv.subList(1, argv.size()));
    var call = ShellInvocation.of(words);
    if (call.isPresent()) {
      startShell(process, call.get());
    } else if (words.get(0).endsWith("/env") || words.get(0).equals("env")) {
      outcome = Outcome.become(words);
    } else {
      unknown(process, name + " is a program for " + words.get(0));
    }
    return true;
  }

  private static List<String> shebang(String text) {
    if (!text.startsWith("#!")) {
      return List.of("sh");
    }
    int end = text.indexOf('\n');
    var line = text.substring(2, end < 0 ? text.length() : end).strip();
    return line.isEmpty() ? List.of("sh") : List.of(line.split("\\s+", 2));
  }

  private void startShell(Process process, ShellInvocation call) {
    if (replaces) {
      process.pop();
      process.push(new ShellFrame(call, at));
    } else {
      child = process.fork();
      child.push(new CommandFrame(argv, at, true));
      outcome =
          new Outcome.Run(
              argv,
              Optional.empty(),
              Optional.empty(),
              foresail.script.world.Signal.TERM,
              Outcome::done);
      process.waitFor(child::ended);
    }
  }

  private void readLine(Process process, Outcome.ReadLine reading) {
    var input = process.input();
    if (input.canRead()) {
      read = true;
      outcome = reading.then().apply(input.readLine());
    } else {
      process.waitFor(input::canRead);
    }
  }

  private void runChild(Process process, Outcome.Run run) {
    if (child == null) {
      startChild(process, run);
    } else if (!child.ended()) {
      // The limit came first.
      timedOut = true;
      child.deliver(run.signal(), true);
      process.waitFor(child::ended);
    } else {
      process.machine.cancel(limit);
      int status = timedOut ? Outcome.Run.TIMED_OUT : child.status;
      child = null;
      timedOut = false;
      outcome = run.then().apply(status);
    }
  }

  private void startChild(Process process, Outcome.Run run) {
    child = process.fork();
    run.input().ifPresent(text -> child.descriptors.set(0, new OpenFile.Text(text)));
    child.push(new CommandFrame(run.argv(), at, true));
    if (run.limit().isPresent()) {
      limit = process.machine.request(process, new Effect.Sleep(run.limit()), answer -> {});
      long mine = limit;
      var waited = child;
      process.waitFor(() -> waited.ended() || !process.machine.isPending(mine));
    } else {
      process.waitFor(child::ended);
    }
  }

  private void become(Process process, Outcome.Become become) {
    if (!replaces) {
      child = process.fork();
      child.push(new BecomeFrame(become, at));
      outcome =
          new Outcome.Run(
              become.argv(),
              Optional.empty(),
              Optional.empty(),
              foresail.script.world.Signal.TERM,
              Outcome::done);
      process.waitFor(child::ended);
    } else {
      process.pop();
      process.push(new BecomeFrame(become, at));
    }
  }

  private void unknown(Process process, String why) {
    var effect = new Effect.Unknown(argv, why, at, process.isLast());
    outcome =
        new Outcome.Await(
            effect,
            answer -> {
              int status = Answers.status(answer);
              var output = ((Answer.Ended) answer).output();
              if (output.isEmpty()) {
                process.descriptors.get(1).ifPresent(OpenFile::markUnknown);
              }
              process.out(output);
              return Outcome.done(status);
            });
  }

  @Override
  void close(Process process) {
    if (limit >= 0) {
      process.machine.cancel(limit);
    }
  }
}
