package foresail.script.machine;

import foresail.script.syntax.Dialect;
import foresail.script.word.ExpansionFailure;
import foresail.script.world.Answer;
import foresail.script.world.Effect;
import foresail.script.world.Signal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One process: a stack of frames, descriptors, and the state of its shell. */
final class Process {
  final Machine machine;
  final int pid;
  final Descriptors descriptors;
  Shell shell;

  /** Background jobs and other children that wait can ask for, by number. */
  final Map<Integer, Process> children = new TreeMap<>();

  private final Deque<Frame> stack = new ArrayDeque<>();
  private final Deque<Signal> caught = new ArrayDeque<>();
  private BooleanSupplier waitsFor;
  private boolean ended;
  private boolean exiting;
  private boolean spinning;

  /** The process that waits for this one to end; null for none. */
  private Process waiter;

  private boolean forkedInLoop;
  private boolean writeFailed;

  /** Exit status of the last command, {@code $?}. */
  int status;

  /** Status of the last command substitution, which an assignment takes over. */
  int substitutionStatus;

  /** What it runs, for ps and pgrep. */
  String commandLine = "sh";

  /** Memory that was reported, in bytes. */
  long reportedMemory = 1 << 20;

  Process(Machine machine, int pid, Descriptors descriptors, Shell shell) {
    this.machine = machine;
    this.pid = pid;
    this.descriptors = descriptors;
    this.shell = shell;
  }

  boolean ended() {
    return ended;
  }

  boolean isRunnable() {
    if (ended || spinning) {
      return false;
    }
    if (waitsFor != null && waitsFor.getAsBoolean()) {
      waitsFor = null;
    }
    return waitsFor == null;
  }

  /** One step; only while {@link #isRunnable}. */
  void step() {
    if (stack.isEmpty()) {
      finish();
    } else if (!caught.isEmpty() && stack.peek().betweenCommands()) {
      runTrap(caught.poll());
    } else {
      try {
        stack.peek().step(this);
      } catch (ExpansionFailure failure) {
        WordFrame.failed(this, failure);
      }
    }
  }

  /** The stack is empty: a trap at exit runs, then the process ends. */
  private void finish() {
    if (!caught.isEmpty() && !exiting) {
      runTrap(caught.poll());
      return;
    }
    exiting = true;
    var atExit = shell.traps.atExit();
    if (atExit.isPresent() && !atExit.get().isEmpty()) {
      shell.traps.resetAtExit();
      shell.tested = 0;
      push(new TrapFrame(atExit.get(), status));
    } else {
      end(status);
    }
  }

  private void runTrap(Signal signal) {
    var action = shell.traps.action(signal);
    if (action.isPresent() && !action.get().isEmpty()) {
      push(new TrapFrame(action.get(), status));
    }
  }

  void push(Frame frame) {
    stack.push(frame);
  }

  /** Leaves the top frame. */
  void pop() {
    stack.pop().close(this);
  }

  /** Leaves the top frame with a status. */
  void pop(int newStatus) {
    pop();
    status = newStatus;
  }

  Optional<Frame> top() {
    return Optional.ofNullable(stack.peek());
  }

  Iterable<Frame> frames() {
    return stack;
  }

  int depth() {
    return stack.size();
  }

  /** Leaves frames from the top until {@code depth} are left. */
  void popTo(int depth) {
    while (stack.size() > depth) {
      pop();
    }
  }

  /** Ends the shell as exit does: traps at exit still run. */
  void exit(int newStatus) {
    popTo(0);
    status = newStatus;
  }

  /** exec: leaves everything without undoing the redirections that exec itself carries. */
  void replaceBy(Frame frame) {
    while (!stack.isEmpty()) {
      if (stack.peek() instanceof RedirectingFrame outer) {
        outer.keepRedirections();
      }
      pop();
    }
    shell.traps = shell.traps.inherited();
    push(frame);
  }

  /** After a command: set -e looks at its status. */
  void checked(int newStatus) {
    status = newStatus;
    if (newStatus != 0 && shell.errexit && shell.tested == 0) {
      exit(newStatus);
    }
  }

  /** Does nothing until the condition holds; it is asked each time the machine advances. */
  void waitFor(BooleanSupplier condition) {
    waitsFor = condition;
  }

  /** Waits for the caller's answer. */
  void request(Effect effect, Consumer<Answer> then) {
    long id = machine.request(this, effect, then);
    waitsFor = () -> !machine.isPending(id);
  }

  void spin() {
    spinning = true;
    machine.request(this, new Effect.Spin(), answer -> spinning = false);
  }

  /** Whether nothing comes after the frame on top, here and in those that wait for this process. */
  boolean isLast() {
    boolean top = true;
    for (var frame : stack) {
      if (!top && frame.hasMore()) {
        return false;
      }
      top = false;
    }
    return waiter == null || waiter.isLastBelow();
  }

  private boolean isLastBelow() {
    for (var frame : stack) {
      if (frame.hasMore()) {
        return false;
      }
    }
    return waiter == null || waiter.isLastBelow();
  }

  /** Nobody waits for this process: it runs in the background. */
  void detach() {
    waiter = null;
  }

  /** Whether a loop is running here, or was where this process was forked. */
  boolean isInLoop() {
    for (var frame : stack) {
      if (frame instanceof Frame.Loop) {
        return true;
      }
    }
    return forkedInLoop;
  }

  /** Starts a child that shares nothing but open files with this process, which waits for it. */
  Process fork() {
    var child = machine.start(descriptors.copy(), shell.fork());
    child.waiter = this;
    child.forkedInLoop = isInLoop();
    child.status = status;
    child.commandLine = commandLine;
    return child;
  }

  void out(String text) {
    write(1, text);
  }

  void error(String text) {
    write(2, text);
  }

  void write(int descriptor, String text) {
    if (!text.isEmpty()) {
      descriptors.get(descriptor).ifPresent(file -> written(file, file.write(text)));
    }
  }

  /** Writes so many bytes whose content does not matter to standard output. */
  void fill(long bytes) {
    descriptors.get(1).ifPresent(file -> written(file, file.fill(bytes)));
  }

  private void written(OpenFile file, OpenFile.Written written) {
    writeFailed |= written == OpenFile.Written.FAILED;
    if (written == OpenFile.Written.BROKEN) {
      deliver(Signal.PIPE, true);
    } else if (file.isFull() && waitsFor == null) {
      waitsFor = () -> !file.isFull();
    }
  }

  /** Whether a write has failed since this was last asked: a program then ends with 1. */
  boolean takeWriteFailure() {
    boolean failed = writeFailed;
    writeFailed = false;
    return failed;
  }

  OpenFile input() {
    return descriptors.get(0).orElseGet(OpenFile.Nothing::new);
  }

  /**
   * Takes a signal: a handler is noted, ignoring it is nothing, the default may end the process.
   *
   * @param inside sent by a process of the same container, against which the kernel guards PID 1
   */
  void deliver(Signal signal, boolean inside) {
    if (ended) {
      return;
    }
    var action = signal == Signal.KILL ? Optional.<String>empty() : shell.traps.action(signal);
    if (action.isPresent()) {
      if (!action.get().isEmpty()) {
        caught(signal);
      }
    } else if (signal == Signal.KILL && !(inside && pid == 1)) {
      end(signal.exitCode());
    } else if (signal.fatal() && endsAtExitTrap()) {
      exit(signal.exitCode());
      wake();
    } else if (signal.fatal() && pid != 1) {
      end(signal.exitCode());
    }
  }

  /** bash with a trap at exit catches the signals that would end it, to run the trap. */
  private boolean endsAtExitTrap() {
    return shell.dialect == Dialect.BASH && shell.traps.atExit().isPresent() && !exiting;
  }

  private void caught(Signal signal) {
    caught.add(signal);
    if (spinning) {
      wake();
    }
    if (!stack.isEmpty() && stack.peek().interruptible()) {
      pop(signal.exitCode());
      wake();
    }
  }

  private void wake() {
    waitsFor = null;
    spinning = false;
    machine.awake(this);
  }

  /** The process is gone. */
  void end(int newStatus) {
    popTo(0);
    status = newStatus;
    ended = true;
    descriptors.closeAll();
    machine.ended(this);
  }
}
