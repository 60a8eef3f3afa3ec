package foresail.simulation.runtime;

import foresail.simulation.kernel.Clock;
import foresail.simulation.kernel.Timer;
import foresail.simulation.runtime.Process.ExecResult;
import foresail.simulation.runtime.Process.Exit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One run of a container inside the runtime. */
final class RunningContainer {
  /** To start a program in a container: measured about 50 ms. */
  private static final Duration EXEC_START = Duration.ofMillis(50);

  private final String id;
  private final ContainerRequest request;
  private final Clock clock;
  private final Runnable changed;
  private final Duration createdAt;
  private final List<Runnable> waiters = new ArrayList<>();
  private final List<Execution> executions = new ArrayList<>();
  private RuntimeState state = RuntimeState.CREATED;
  private Duration startedAt = Duration.ZERO;
  private Duration finishedAt = Duration.ZERO;
  private int exitCode;
  private String reason = "";
  private String message = "";
  private Optional<Process> process = Optional.empty();

  /** A command that runs in the container. */
  private static final class Execution {
    private final Consumer<ExecResult> ended;
    private Runnable stop = () -> {};
    private boolean over;

    Execution(Consumer<ExecResult> ended) {
      this.ended = ended;
    }

    void end(ExecResult result) {
      if (!over) {
        over = true;
        ended.accept(result);
      }
    }

    void cancel() {
      over = true;
      stop.run();
    }
  }

  RunningContainer(String id, ContainerRequest request, Clock clock, Runnable changed) {
    this.id = id;
    this.request = request;
    this.clock = clock;
    this.changed = changed;
    this.createdAt = clock.now();
  }

  void start(Launch launch) {
    if (launch.process().isEmpty()) {
      end(launch.exitCode(), "StartError", launch.message());
      return;
    }
    process = launch.process();
    state = RuntimeState.RUNNING;
    startedAt = clock.now();
    changed.run();
    process.get().start(this::exited);
  }

  private void exited(Exit exit) {
    if (state != RuntimeState.RUNNING) {
      return;
    }
    String word = exit.code() == 0 ? "Completed" : "Error";
    end(exit.code(), exit.outOfMemory() ? "OOMKilled" : word, "");
  }

  private void end(int code, String why, String words) {
    state = RuntimeState.EXITED;
    finishedAt = clock.now();
    exitCode = code;
    reason = why;
    message = words;
    process = Optional.empty();
    changed.run();
    for (Execution execution : List.copyOf(executions)) {
      execution.end(new ExecResult(Exit.KILLED.code(), ""));
    }
    executions.clear();
    List<Runnable> told = List.copyOf(waiters);
    waiters.clear();
    told.forEach(Runnable::run);
  }

  void signal(Signal signal) {
    process.ifPresent(running -> running.signal(signal));
  }

  /** Has an action done when the container has ended; at once where it has. */
  void whenEnded(Runnable action) {
    if (state == RuntimeState.RUNNING) {
      waiters.add(action);
    } else {
      action.run();
    }
  }

  Runnable exec(List<String> command, Consumer<ExecResult> ended) {
    if (process.isEmpty()) {
      ended.accept(new ExecResult(Exit.KILLED.code(), "container not running"));
      return () -> {};
    }
    var execution = new Execution(ended);
    executions.add(execution);
    Timer start = clock.after(EXEC_START, () -> begin(execution, command));
    execution.stop = start::cancel;
    return () -> {
      executions.remove(execution);
      execution.cancel();
    };
  }

  private void begin(Execution execution, List<String> command) {
    if (execution.over || process.isEmpty()) {
      return;
    }
    execution.stop =
        process
            .get()
            .exec(
                command,
                result -> {
                  executions.remove(execution);
                  execution.end(result);
                });
  }

  Optional<Process> process() {
    return process;
  }

  boolean running() {
    return state == RuntimeState.RUNNING;
  }

  ContainerRequest request() {
    return request;
  }

  ContainerView view() {
    return new ContainerView(
        id,
        request.container().name(),
        request.restartCount(),
        request.container().image(),
        state,
        createdAt,
        startedAt,
        finishedAt,
        exitCode,
        reason,
        message);
  }
}
