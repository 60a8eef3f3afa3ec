package foresail.script.machine;

import foresail.script.Script;
import foresail.script.syntax.Dialect;
import foresail.script.syntax.Parser;
import foresail.script.syntax.Program;
import foresail.script.world.Answer;
import foresail.script.world.Effect;
import foresail.script.world.FileSystem.Reading;
import foresail.script.world.Paths;
import foresail.script.world.Signal;
import foresail.script.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Runs what a container runs, on the caller's clock.
 *
 * <p>{@link #advance} runs all processes until each of them waits, and returns what they newly wait
 * for. The caller answers each request when its clock says so and advances again; see the package
 * description for an example. The machine has no clock and no thread of its own, and two machines
 * that are told the same do the same.
 */
public final class Machine {
  /** Steps a process makes before the next one has its turn. */
  private static final int TURN = 64;

  /** Descriptor numbers of what {@code <(...)} gave, as bash counts them down from. */
  private static final int FIRST_KEPT = 63;

  /** Processes that may live at once; a fork bomb ends here. */
  private static final int MOST_PROCESSES = 2_000;

  private record Pending(Request request, Process process, Consumer<Answer> then) {}

  private final World world;
  private final Environment environment;
  private final SplittableRandom random;
  private final Map<Integer, Process> processes = new TreeMap<>();
  private final Map<Long, Pending> pending = new LinkedHashMap<>();
  private final List<Request> fresh = new ArrayList<>();
  private final Map<String, Program> parsed = new HashMap<>();
  private final Map<String, String> kept = new HashMap<>();
  private final Instant started;
  private final Process main;
  private int nextPid;
  private long nextRequest = 1;
  private int steps;
  private Instant instant;

  private Machine(Script script, Environment environment, World world) {
    this.world = world;
    this.environment = environment;
    this.random = new SplittableRandom(environment.seed());
    this.nextPid = environment.pid();
    this.instant = world.now();
    this.started = instant;
    script
        .shell()
        .ifPresent(shell -> parsed.put(key(shell.text(), shell.dialect()), shell.program()));
    if (nextPid == 1 && script.hasInit()) {
      // tini is PID 1 and passes signals on; its child has the usual default actions.
      nextPid = 2;
    }
    main = start(descriptors(), shell());
    main.commandLine = String.join(" ", script.argv());
    main.push(new CommandFrame(script.argv(), -1, true));
  }

  /** Prepares to run; nothing happens before {@link #advance}. */
  public static Machine start(Script script, Environment environment, World world) {
    return new Machine(script, environment, world);
  }

  private Descriptors descriptors() {
    var descriptors = new Descriptors();
    descriptors.set(0, environment.openInput() ? new OpenFile.Silent() : new OpenFile.Nothing());
    descriptors.set(1, new OpenFile.Main(this, false));
    descriptors.set(2, new OpenFile.Main(this, true));
    return descriptors;
  }

  private Shell shell() {
    var variables = new LinkedHashMap<String, Variable>();
    environment.variables().forEach((name, value) -> variables.put(name, Variable.of(value, true)));
    variables.putIfAbsent("PWD", Variable.of(environment.directory(), true));
    variables.putIfAbsent("HOSTNAME", Variable.of(environment.hostname(), true));
    variables.putIfAbsent("HOME", Variable.of("/root", true));
    variables.putIfAbsent(
        "PATH", Variable.of("/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", true));
    var shell =
        new Shell(Dialect.POSIX, new Variables(variables), new Traps(), environment.directory());
    shell.ownPid = nextPid;
    return shell;
  }

  /**
   * Runs every process until it waits.
   *
   * @return what they began to wait for since the last call, in order; see {@link #pending} for all
   */
  public List<Request> advance() {
    if (!world.now().equals(instant)) {
      instant = world.now();
      steps = 0;
    }
    while (turn()) {
      // Each turn may wake processes that had their turn before.
    }
    var requests = fresh.stream().filter(request -> pending.containsKey(request.id())).toList();
    fresh.clear();
    return requests;
  }

  /** Gives each process a turn; false once all wait. */
  private boolean turn() {
    boolean progress = false;
    for (var process : List.copyOf(processes.values())) {
      for (int i = 0; i < TURN && process.isRunnable(); i++) {
        progress = true;
        if (++steps > environment.stepsPerInstant()) {
          process.spin();
        } else {
          process.step();
        }
      }
    }
    return progress;
  }

  /** Everything that processes wait for, the oldest first. */
  public List<Request> pending() {
    return pending.values().stream().map(Pending::request).toList();
  }

  /**
   * Answers a request; {@link #advance} then goes on. An answer to a request that a signal has
   * ended meanwhile is ignored.
   *
   * @throws IllegalArgumentException if the answer does not fit the effect
   */
  public void answer(long id, Answer answer) {
    var waiting = pending.remove(id);
    if (waiting != null) {
      if (waiting.request().effect() instanceof Effect.Spin) {
        steps = 0;
      }
      waiting.then().accept(answer);
    }
  }

  /** Signals the main process, as the kubelet does. */
  public void signal(Signal signal) {
    main.deliver(signal, false);
  }

  /**
   * Signals a process of this machine from within the container, where PID 1 is safe from what it
   * does not catch; a {@link Effect.SendSignal} of a hook ends here.
   *
   * @return false if no process has that number
   */
  public boolean signalFromInside(int pid, Signal signal) {
    var process = processes.get(pid);
    if (process == null) {
      return false;
    }
    process.deliver(signal, true);
    return true;
  }

  /** The main process's exit code once it has ended, 0 to 255. */
  public OptionalInt exitCode() {
    return main.ended() ? OptionalInt.of(main.status & 0xff) : OptionalInt.empty();
  }

  /** Whether the main process has ended. As PID 1 it takes all others with it. */
  public boolean finished() {
    return main.ended();
  }

  World world() {
    return world;
  }

  Environment environment() {
    return environment;
  }

  /** Keeps the output of {@code <(...)} under a name by which it can be read. */
  String keep(String output) {
    var path = "/dev/fd/" + (FIRST_KEPT + kept.size());
    kept.put(path, output);
    return path;
  }

  /** Reads a file of the world, or one that only the shell knows. */
  Reading read(Process process, String name) {
    var text = kept.get(name);
    return text != null
        ? new Reading.Text(text)
        : world.files().read(Paths.resolve(process.shell.directory, name));
  }

  /** Whole seconds since the machine was started. */
  long seconds() {
    return Duration.between(started, world.now()).toSeconds();
  }

  int random() {
    return random.nextInt(32_768);
  }

  Map<Integer, Process> processes() {
    return processes;
  }

  /** Reads a script; the same text is read once. */
  Program parse(String text, Dialect dialect) {
    return parsed.computeIfAbsent(key(text, dialect), any -> Parser.parse(text, dialect));
  }

  private static String key(String text, Dialect dialect) {
    return dialect + ":" + text;
  }

  Process start(Descriptors descriptors, Shell shell) {
    var process = new Process(this, nextPid++, descriptors, shell);
    if (processes.size() < MOST_PROCESSES) {
      processes.put(process.pid, process);
    } else {
      process.error("sh: can't fork: Resource temporarily unavailable\n");
      process.end(254);
    }
    return process;
  }

  void ended(Process process) {
    processes.remove(process.pid);
    cancel(process);
    if (process == main && environment.pid() == 1) {
      for (var other : List.copyOf(processes.values())) {
        other.end(Signal.KILL.exitCode());
      }
    }
  }

  long request(Process process, Effect effect, Consumer<Answer> then) {
    var request = new Request(nextRequest++, process.pid, effect);
    pending.put(request.id(), new Pending(request, process, then));
    fresh.add(request);
    return request.id();
  }

  boolean isPending(long id) {
    return pending.containsKey(id);
  }

  void cancel(long id) {
    pending.remove(id);
  }

  /** A signal ended what the process waited for; it has steps again. */
  void awake(Process process) {
    cancel(process);
    steps = 0;
  }

  /** Forgets what a process waits for. */
  void cancel(Process process) {
    pending.values().removeIf(waiting -> waiting.process() == process);
  }
}
