package foresail.script.world;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a process waits for; virtual time may pass before the caller answers. */
public sealed interface Effect {
  /**
   * Waits; answered by {@link Answer.Done} when the time is over.
   *
   * @param duration empty: for ever, so only a signal ends it
   */
  record Sleep(Optional<Duration> duration) implements Effect {}

  /**
   * Asks the name service; answered by {@link Answer.Resolved} or {@link Answer.NotResolved}.
   *
   * @param host a name as the script wrote it, without search domains, or an address
   */
  record LookUp(String host) implements Effect {}

  /**
   * Opens a TCP connection; answered by {@link Answer.Connected}, {@link Answer.Refused}, {@link
   * Answer.NotResolved} or {@link Answer.TimedOut}. Clients of databases and queues are such
   * connections too.
   *
   * @param port 1 to 65535
   * @param timeout empty: the program waits as long as the network does
   */
  record Connect(String host, int port, Optional<Duration> timeout) implements Effect {}

  /**
   * Asks a web server; answered by {@link Answer.Responded}, {@link Answer.Refused}, {@link
   * Answer.NotResolved} or {@link Answer.TimedOut}.
   *
   * @param url absolute, with its scheme
   */
  record HttpRequest(String method, String url, Optional<Duration> timeout) implements Effect {}

  /**
   * Asks the cluster about objects, as kubectl does; answered by {@link Answer.Done} where all of
   * them are so, by {@link Answer.Refused} where one is not yet, and by {@link Answer.NotResolved}
   * where there is none.
   *
   * @param kind the singular in lower case, such as {@code deployment}
   * @param name empty where labels tell which are meant
   * @param labels what they have to carry; empty for any
   * @param namespace empty for the pod's own
   * @param value of the condition or phase that is asked for, else empty
   */
  record ObjectState(
      String kind,
      String name,
      Map<String, String> labels,
      String namespace,
      Question question,
      String value)
      implements Effect {
    public ObjectState {
      labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    /** What is asked about an object. */
    public enum Question {
      EXISTS,
      /** A condition of that type is True. */
      CONDITION,
      PHASE,
      /** A rollout is over; all pods behind a Service are ready. */
      READY
    }
  }

  /**
   * The process has grown; {@link Answer.Done} lets it go on, {@link Signal#KILL} is what the
   * kernel does at the container's limit.
   *
   * @param bytes held now by this process, {@link Long#MAX_VALUE} where it grows without end
   */
  record UseMemory(long bytes) implements Effect {}

  /**
   * The process used up the steps of this virtual instant without waiting for anything: {@code
   * while :; do :; done}. {@link Answer.Done} at a later time lets it go on; without an answer it
   * runs for ever, and still reacts to signals.
   */
  record Spin() implements Effect {}

  /**
   * Signals a process that is not of this machine, such as PID 1 from a preStop hook; answered by
   * {@link Answer.Done}, or {@link Answer.Refused} where there is no such process.
   */
  record SendSignal(int pid, Signal signal) implements Effect {}

  /**
   * A program or a piece of syntax whose behaviour this package does not know; answered by {@link
   * Answer.Ended} or, for a program that runs on, never.
   *
   * @param commandLine the expanded words, the program's name first
   * @param why one line, no full stop
   * @param at offset in the script, or -1 where the program is the container's own command
   * @param last whether nothing of the script comes after it: the usual place of a server. A
   *     program that something comes after is one whose end the author expects
   */
  record Unknown(List<String> commandLine, String why, int at, boolean last) implements Effect {
    public Unknown {
      commandLine = List.copyOf(commandLine);
    }
  }
}
