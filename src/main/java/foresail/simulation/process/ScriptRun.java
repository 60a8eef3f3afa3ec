package foresail.simulation.process;

import foresail.script.machine.Machine;
import foresail.script.machine.Request;
import foresail.script.world.Answer;
import foresail.script.world.Effect;
import foresail.script.world.Signal;
import foresail.simulation.kernel.Clock;
import foresail.simulation.kernel.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Drives one script on the virtual clock: answers what it waits for, and tells when it has ended.
 */
final class ScriptRun {
  /** A name service answers within some milliseconds. */
  private static final Duration LOOK_UP = Duration.ofMillis(5);

  private static final Duration CONNECT = Duration.ofMillis(1);

  /** Starting a program costs a script a little; loops of echo would else stand still. */
  private static final Duration BUSY = Duration.ofMillis(100);

  /** So often a script that never waits gets more steps, before it is left to spin for ever. */
  private static final int MOST_BUSY = 10;

  /** What a connection waits for a silent peer: Linux' six SYNs (tcp_syn_retries). */
  private static final Duration SILENCE = Duration.ofSeconds(127);

  private final Clock clock;
  private final Machine machine;
  private final Surroundings surroundings;
  private final IntConsumer ended;
  private boolean over;
  private int busy;

  /** What a script reaches beyond its files. */
  interface Surroundings {
    Answer lookUp(String host);

    /** Empty where no word comes back. */
    Optional<Answer> connect(String host, int port);

    /** Empty where no word comes back. */
    Optional<Answer> http(String method, String url);

    Answer objectState(Effect.ObjectState wanted);

    /**
     * Whether the container may hold so much memory, beside its files in memory; where not, it is
     * killed.
     */
    boolean useMemory(long bytes);

    Answer signal(int pid, Signal signal);

    /**
     * A program that nobody knows.
     *
     * @return what it ends with and when; empty where it runs on
     */
    Optional<UnknownEnd> unknown(Effect.Unknown program);
  }

  /** How a program of which nothing is known is taken to end. */
  record UnknownEnd(Duration after, int status) {}

  /**
   * @param ended told the exit code, once
   */
  ScriptRun(Clock clock, Machine machine, Surroundings surroundings, IntConsumer ended) {
    this.clock = clock;
    this.machine = machine;
    this.surroundings = surroundings;
    this.ended = ended;
  }

  Machine machine() {
    return machine;
  }

  /** Lets the script go on; at the start, and after a signal from outside. */
  void advance() {
    if (over) {
      return;
    }
    List<Request> requests = machine.advance();
    if (!surroundings.useMemory(0)) {
      return;
    }
    for (Request request : requests) {
      take(request);
    }
    if (machine.finished() && !over) {
      over = true;
      ended.accept(machine.exitCode().orElseThrow());
    }
  }

  void signal(Signal signal) {
    if (!over) {
      machine.signal(signal);
      advance();
    }
  }

  /** Forgets the script: what it waits for is not answered any more. */
  void stop() {
    over = true;
  }

  private void take(Request request) {
    Effect effect = request.effect();
    if (effect instanceof Effect.Sleep sleep) {
      sleep.duration().ifPresent(time -> answerAfter(request, time, new Answer.Done()));
    } else if (effect instanceof Effect.LookUp lookUp) {
      later(request, LOOK_UP, () -> surroundings.lookUp(lookUp.host()));
    } else if (effect instanceof Effect.Connect connect) {
      Duration patience = connect.timeout().orElse(SILENCE);
      reach(request, surroundings.connect(connect.host(), connect.port()), patience);
    } else if (effect instanceof Effect.HttpRequest http) {
      Duration patience = http.timeout().orElse(SILENCE);
      reach(request, surroundings.http(http.method(), http.url()), patience);
    } else if (effect instanceof Effect.ObjectState state) {
      later(request, LOOK_UP, () -> surroundings.objectState(state));
    } else if (effect instanceof Effect.UseMemory memory) {
      if (surroundings.useMemory(memory.bytes())) {
        answerAfter(request, Duration.ZERO, new Answer.Done());
      }
    } else if (effect instanceof Effect.Spin) {
      if (busy++ < MOST_BUSY) {
        answerAfter(request, BUSY, new Answer.Done());
      }
    } else if (effect instanceof Effect.SendSignal signal) {
      answerAfter(request, Duration.ZERO, surroundings.signal(signal.pid(), signal.signal()));
    } else if (effect instanceof Effect.Unknown unknown) {
      surroundings
          .unknown(unknown)
          .ifPresent(end -> answerAfter(request, end.after(), new Answer.Ended(end.status(), "")));
    } else {
      throw new AssertionError(effect);
    }
  }

  private void reach(Request request, Optional<Answer> answer, Duration patience) {
    if (answer.isPresent()) {
      answerAfter(request, CONNECT, answer.get());
    } else {
      answerAfter(request, patience, new Answer.TimedOut());
    }
  }

  private void later(Request request, Duration delay, Supplier<Answer> answer) {
    clock.at(clock.now().plus(delay), Priority.PROCESS, () -> answer(request, answer.get()));
  }

  private void answerAfter(Request request, Duration delay, Answer answer) {
    clock.at(clock.now().plus(delay), Priority.PROCESS, () -> answer(request, answer));
  }

  private void answer(Request request, Answer answer) {
    if (!over) {
      machine.answer(request.id(), answer);
      advance();
    }
  }
}
