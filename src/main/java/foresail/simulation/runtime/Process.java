package foresail.simulation.runtime;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The first process of a container, and what it answers to those outside. */
public interface Process {
  /**
   * How a process ended.
   *
   * @param code 0 to 255; 128 + n after signal n
   * @param outOfMemory whether the kernel killed it at the container's memory limit
   */
  record Exit(int code, boolean outOfMemory) {
    /** Killed by SIGKILL. */
    public static final Exit KILLED = new Exit(137, false);
  }

  /**
   * How a command in the container ended.
   *
   * @param code its exit code
   * @param output what it printed, as far as it is known
   */
  record ExecResult(int code, String output) {}

  /**
   * What a port answered.
   *
   * @param status of HTTP; 0 where no HTTP came back
   * @param problem empty where something answered; else the client's words
   */
  record Reply(int status, String problem) {
    public static Reply of(int status) {
      return new Reply(status, "");
    }

    public static Reply failed(String problem) {
      return new Reply(0, problem);
    }

    public boolean connected() {
      return problem.isEmpty();
    }
  }

  /**
   * Begins.
   *
   * @param ended told once, when the process is over
   */
  void start(Consumer<Exit> ended);

  /** Delivers a signal; as PID 1 a process without a handler ignores all but KILL. */
  void signal(Signal signal);

  /**
   * Runs a command in the container.
   *
   * @param ended told when it is over; never where the container ends first
   * @return ends the command without word
   */
  Runnable exec(List<String> command, Consumer<ExecResult> ended);

  /** What a client gets that asks a port for a path at this moment. */
  Reply http(int port, String path);

  /** What a client gets that opens a connection to a port at this moment. */
  Reply connect(int port);

  /**
   * Whether what listens at a port is known to be a web server without encryption: other protocols
   * get nowhere with it.
   */
  default boolean isPlainWeb(int port) {
    return false;
  }

  /** How long the answer of a port takes; beyond a client's patience it is a timeout. */
  default Duration replyTime(int port) {
    return Duration.ofMillis(1);
  }
}
