package foresail.simulation.process;

import foresail.script.Script;
import foresail.script.machine.Machine;
import foresail.script.world.Answer;
import foresail.script.world.Effect;
import foresail.simulation.kernel.Clock;
import foresail.simulation.kernel.Priority;
import foresail.simulation.runtime.Process;
import foresail.simulation.runtime.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A container whose command is a script, or a program that scripts use. */
final class ScriptProcess implements Process {
  /** From the runtime's word until the program's first step, as a shell needs to start. */
  private static final Duration LOADING = Duration.ofMillis(25);

  /** What the kernel needs to end a process. */
  private static final Duration DYING = Duration.ofMillis(10);

  /** Numbers of the first processes of probes and hooks; PID 1 is the container's own. */
  private static final int FIRST_EXEC_PID = 100;

  private final Clock clock;
  private final ScriptSetting setting;
  private final Optional<KnownProcess> program;
  private Optional<ScriptRun> main = Optional.empty();
  private Optional<Consumer<Exit>> ended = Optional.empty();
  private int execs;

  /**
   * @param program what stands behind a command that is no script: the image's own program
   */
  ScriptProcess(Clock clock, ScriptSetting setting, Optional<KnownProcess> program) {
    this.clock = clock;
    this.setting = setting;
    this.program = program;
  }

  @Override
  public void start(Consumer<Exit> whenEnded) {
    ended = Optional.of(whenEnded);
    if (program.isPresent()) {
      program.get().start(this::end);
      return;
    }
    clock.at(clock.now().plus(LOADING), Priority.PROCESS, this::run);
  }

  private void run() {
    if (ended.isEmpty()) {
      return;
    }
    Machine machine =
        Machine.start(
            Script.ofCommand(setting.command()),
            setting.environment(setting.firstPid()),
            setting.world());
    var run =
        new ScriptRun(clock, machine, new Surroundings(true), code -> end(new Exit(code, false)));
    main = Optional.of(run);
    run.advance();
  }

  private void end(Exit exit) {
    Optional<Consumer<Exit>> told = ended;
    ended = Optional.empty();
    main.ifPresent(ScriptRun::stop);
    told.ifPresent(listener -> listener.accept(exit));
  }

  private void die(Exit exit) {
    clock.at(clock.now().plus(DYING), Priority.PROCESS, () -> end(exit));
  }

  @Override
  public void signal(Signal signal) {
    if (program.isPresent()) {
      program.get().signal(signal);
    } else if (signal == Signal.KILL) {
      die(Exit.KILLED);
    } else {
      main.ifPresent(run -> run.signal(foresail.script.world.Signal.TERM));
    }
  }

  @Override
  public Runnable exec(List<String> command, Consumer<ExecResult> whenEnded) {
    if (!command.isEmpty() && setting.world().isMissing(command.get(0))) {
      whenEnded.accept(
          new ExecResult(126, "exec: \"" + command.get(0) + "\": no such file or directory"));
      return () -> {};
    }
    ContainerWorld world = setting.world().another();
    int pid = FIRST_EXEC_PID * ++execs;
    Machine machine = Machine.start(Script.ofCommand(command), setting.environment(pid), world);
    var run =
        new ScriptRun(
            clock,
            machine,
            new Surroundings(false),
            code -> whenEnded.accept(new ExecResult(code, world.printed())));
    run.advance();
    return run::stop;
  }

  @Override
  public Reply http(int port, String path) {
    return program
        .map(known -> known.http(port, path))
        .orElseGet(() -> setting.listening().http(port, path));
  }

  @Override
  public Reply connect(int port) {
    return program
        .map(known -> known.connect(port))
        .orElseGet(() -> setting.listening().connect(port));
  }

  @Override
  public boolean isPlainWeb(int port) {
    return program
        .map(known -> known.isPlainWeb(port))
        .orElseGet(() -> setting.listening().isPlainWeb(port));
  }

  /** What the container's programs reach. */
  private final class Surroundings implements ScriptRun.Surroundings {
    private final boolean isMain;

    Surroundings(boolean isMain) {
      this.isMain = isMain;
    }

    @Override
    public Answer lookUp(String host) {
      return setting.reach().lookUp(host);
    }

    @Override
    public Optional<Answer> connect(String host, int port) {
      return setting.reach().connect(host, port);
    }

    @Override
    public Optional<Answer> http(String method, String url) {
      return setting.reach().http(url);
    }

    @Override
    public Answer objectState(Effect.ObjectState wanted) {
      return setting.reach().objectState(wanted);
    }

    @Override
    public boolean useMemory(long bytes) {
      if (bytes <= setting.memoryLimit() - setting.filesInMemory().getAsLong()) {
        return true;
      }
      // memory.oom.group: the kernel ends the whole container, whichever program has grown.
      die(new Exit(137, true));
      return false;
    }

    @Override
    public Answer signal(int pid, foresail.script.world.Signal signal) {
      if (program.isPresent()) {
        if (pid == 1 && signal.fatal()) {
          program.get().signal(Signal.TERM);
        }
        return new Answer.Done();
      }
      boolean known = main.isPresent() && main.get().machine().signalFromInside(pid, signal);
      if (known) {
        clock.at(clock.now(), Priority.PROCESS, () -> main.ifPresent(ScriptRun::advance));
      }
      return known ? new Answer.Done() : new Answer.Refused();
    }

    @Override
    public Optional<ScriptRun.UnknownEnd> unknown(Effect.Unknown effect) {
      setting.world().files().holdUnknownInVolumes();
      return isMain
          ? setting.unknowns().inContainer(effect, setting.listening())
          : setting.unknowns().beside(effect);
    }
  }
}
